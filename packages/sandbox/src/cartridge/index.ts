export { ArchiveError } from './archive-error.ts'
export { addCartridgeCourse, createCartridgeReader } from './import-cartridge.ts'
export { leftOutWarning, unpackCartridge } from './unpack-cartridge.ts'
