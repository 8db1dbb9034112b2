export type { CartridgeParsers, CartridgeTexts, HtmlDocument } from './archive.ts'
export type {
  CartridgeActivity,
  CartridgeCourse,
  CartridgeFile,
  CartridgeFolder,
  CartridgeItem,
  CartridgeItemType,
  CartridgeLink,
  CartridgeModule,
  CartridgePage,
  CartridgeQuestion,
  CartridgeRequirement,
  CartridgeSource,
  LeftOut,
  UsageRights,
} from './cartridge-course.ts'
export { CartridgeError } from './cartridge-error.ts'
export { decodeText } from './decode-text.ts'
export { bySuffix, linkPaths, toPathKey } from './link-paths.ts'
export { readCartridge } from './read-cartridge.ts'
