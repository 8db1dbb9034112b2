export { ArchiveError } from './archive-error.ts'
export { addCartridgeCourse, createCartridgeReader } from './import-cartridge.ts'
export { unpackCartridge } from './unpack-cartridge.ts'
