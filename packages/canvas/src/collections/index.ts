export type { ClaytonOutcome, ClaytonResult, ClaytonsOutcome, ClaytonUndo } from './claytons/clayton-outcome.ts'
export { type ReadClaytonsOptions, readClaytonsFacts } from './claytons/read-claytons-facts.ts'
export { type UndoneClayton, undoClaytons } from './claytons/undo-claytons.ts'
export { type ClaytonsProgress, type WriteClaytonsOptions, writeClaytons } from './claytons/write-claytons.ts'
export type { DifferenceRow } from './configuration-difference.ts'
export {
  type HistoryContent,
  type HistoryOptions,
  type HistoryVersion,
  type PageHistory,
  readHistory,
} from './page-history.ts'
export {
  listParked,
  type NoOwnPage,
  type ParkedChoices,
  type ParkedList,
  type ParkedOutcome,
  settleParked,
} from './parked.ts'
export {
  type ImportDone,
  type ImportFailure,
  type ProceedOptions,
  type ProceedOutcome,
  type ProceedProgress,
  proceedImport,
} from './proceed-import.ts'
export { type ReadFactsOptions, readImportFacts } from './read-import-facts.ts'
export { type RestoreOptions, type RestoreOutcome, restoreRevision } from './restore-revision.ts'
export { type WaitOptions, type WaitOutcome, waitForCopy } from './wait-for-copy.ts'
export type { PageChangeFailure, PageChangeOutcome } from './writing/change-page.ts'
export type { CopiedFile } from './writing/copy-images.ts'
export type { Locked } from './writing/edit-lock.ts'
export type { EditingOptions } from './writing/editing.ts'
export type { PageVersion } from './writing/page-versions.ts'
export type { Busy, Denied } from './writing/while-editing.ts'
