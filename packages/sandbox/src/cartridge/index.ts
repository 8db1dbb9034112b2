export { ArchiveError } from './archive-error.ts'
export { addCartridgeCourse, createCartridgeReader } from './import-cartridge.ts'
