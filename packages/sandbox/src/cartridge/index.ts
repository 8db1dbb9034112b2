export { ArchiveError } from './archive-error.ts'
export {
  addCartridgeCourse,
  createCartridgeReader,
  importCartridge,
  type NewCourse,
  readUnpacked,
} from './import-cartridge.ts'
export { type UnpackedCartridge, type UnpackLimits, unpackCartridge } from './unpack-cartridge.ts'
