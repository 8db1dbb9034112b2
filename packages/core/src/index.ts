export { type AppliedImport, applyImport, type ImportAct } from './collections/apply-import.ts'
export { blankConfiguration, isBlank } from './collections/blank-configuration.ts'
export { formatDay, parseDay, weekdayName } from './collections/calendar.ts'
export { type CanvasLink, findCanvasLink, type LinkKind } from './collections/canvas-url.ts'
export type {
  Banner,
  CardDate,
  Collection,
  Configuration,
  DateParts,
  DateShow,
  ImportStamp,
  ModuleEntry,
  ParkedEntry,
  UnmatchedReason,
  Visibility,
} from './collections/configuration.ts'
export { defaultChoices, type ImportChoices } from './collections/import-choices.ts'
export {
  type AssetKind,
  assetKinds,
  type ConfigurationPage,
  type CopiedAssets,
  type CopyingNow,
  type CopyRecord,
  type CourseFacts,
  type CourseFile,
  type CourseModule,
  type CourseModuleItem,
  type CoursePage,
  type EditLock,
  type FailedCopy,
  type ImportFacts,
  type ImportRights,
  type OtherFile,
  type PageRevision,
  type SourceCourse,
  type TermFacts,
} from './collections/import-facts.ts'
export {
  type BusyPlan,
  type CandidatePage,
  type CourseName,
  type CurrentUnmatchedRow,
  type DatePlan,
  type DateRow,
  type Evidence,
  evidences,
  type HiddenFromStudents,
  type ImageRow,
  type ImageVerdict,
  type ImportedUnmatchedRow,
  type ImportPlan,
  type LinkRow,
  type LossCount,
  type MatchedRow,
  type MergePlan,
  type NothingPlan,
  type PageRow,
  type ParkedRow,
  type PlannedPage,
  type ReadyPlan,
  type Reason,
  type ReasonCode,
  reasonCodes,
  type SourceName,
  type StuckPlan,
  type StudentView,
} from './collections/import-plan.ts'
export { parseInstant } from './collections/instant.ts'
export { isLockHeld } from './collections/is-lock-held.ts'
export type { CollectionsPage, PageNote, PageReading } from './collections/page-reading.ts'
export { parkedKey, parkedRows } from './collections/parked-rows.ts'
export { canonicalSlug } from './collections/pick-page.ts'
export { planImport } from './collections/plan-import.ts'
export { readCollectionsPage } from './collections/read-collections-page.ts'
export {
  type FileReference,
  fileReferenceKey,
  fileReferences,
  findReferences,
  type HtmlParser,
  type Reference,
} from './collections/references.ts'
export { sameReading } from './collections/same-reading.ts'
export { settleConfiguration } from './collections/settle-configuration.ts'
export { type PageContent, type WrittenPage, writeCollectionsPage } from './collections/write-collections-page.ts'
export {
  type AccountId,
  type CourseId,
  type FileId,
  type FolderId,
  type Id,
  type MigrationId,
  type ModuleId,
  type ModuleItemId,
  type PageId,
  type ProgressId,
  type TermId,
  toAccountId,
  toCourseId,
  toFileId,
  toFolderId,
  toMigrationId,
  toModuleId,
  toModuleItemId,
  toPageId,
  toProgressId,
  toTermId,
  toUserId,
  type UserId,
} from './ids.ts'
