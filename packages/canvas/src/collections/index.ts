export {
  type ImportDone,
  type ImportFailure,
  type ProceedOptions,
  type ProceedOutcome,
  type ProceedProgress,
  proceedImport,
} from './proceed-import.ts'
export { type ReadFactsOptions, readImportFacts } from './read-import-facts.ts'
export type { PageChangeFailure, PageChangeOutcome } from './writing/change-page.ts'
export type { CopiedFile } from './writing/copy-images.ts'
export type { Locked } from './writing/edit-lock.ts'
export type { EditingOptions } from './writing/editing.ts'
export type { PageVersion } from './writing/page-versions.ts'
