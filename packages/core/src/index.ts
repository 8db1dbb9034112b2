export type { ClaytonsFacts, StoredPage } from './collections/claytons/claytons-facts.ts'
export type {
  BlockedReason,
  ClaytonsChoices,
  ClaytonsPlan,
  LeftCollection,
  PageState,
  PlannedPage as PlannedClayton,
  PlannedPart,
  ReadyClaytons,
} from './collections/claytons/claytons-plan.ts'
export { pagesOf } from './collections/claytons/find-targets.ts'
export type { PartState } from './collections/claytons/fingerprint.ts'
export { defaultClaytonsChoices, planClaytons } from './collections/claytons/plan-claytons.ts'
export { sameStored } from './collections/claytons/same-stored.ts'
export type { Navigation } from './collections/claytons/splice-claytons.ts'
export { blankConfiguration, isBlank } from './collections/configuration/blank-configuration.ts'
export { blankEntry } from './collections/configuration/blank-entry.ts'
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
} from './collections/configuration/configuration.ts'
export { parkedKey } from './collections/configuration/parked-key.ts'
export { sameReading } from './collections/configuration/same-reading.ts'
export { formatDay, parseDay, weekdayName } from './collections/dates/calendar.ts'
export { parseInstant } from './collections/dates/instant.ts'
export { type CleaningRules, cleanHtml } from './collections/html/clean-html.ts'
export { type DomNode, fromDom } from './collections/html/from-dom.ts'
export { fromParse5, type Parse5Node } from './collections/html/from-parse5.ts'
export type { HtmlParser } from './collections/html/html-parser.ts'
export { textContent } from './collections/html/html-tree.ts'
export { toHtml } from './collections/html/to-html.ts'
export { type AppliedImport, applyImport, type ImportAct } from './collections/import/apply-import.ts'
export { defaultChoices, type ImportChoices } from './collections/import/import-choices.ts'
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
} from './collections/import/import-facts.ts'
export {
  type BusyPlan,
  type CandidatePage,
  type CourseName,
  type ImportPlan,
  type NothingPlan,
  type PlannedPage,
  type ReadyPlan,
  type Reason,
  type ReasonCode,
  reasonCodes,
  type SourceName,
  type StuckPlan,
} from './collections/import/import-plan.ts'
export { isLockHeld } from './collections/import/is-lock-held.ts'
export { acceptableReasons } from './collections/import/judge-verdict.ts'
export { parkedRows } from './collections/import/parked-rows.ts'
export { canonicalSlug, canonicalTitle } from './collections/import/pick-page.ts'
export { planImport } from './collections/import/plan-import.ts'
export {
  type CurrentUnmatchedRow,
  type DatePlan,
  type DateRow,
  type Evidence,
  evidences,
  type HiddenFromStudents,
  type ImageRow,
  type ImageVerdict,
  type ImportedUnmatchedRow,
  type LinkRow,
  type LossCount,
  type MatchedRow,
  type MergePlan,
  type PageRow,
  type ParkedRow,
  type StudentView,
} from './collections/import/plan-rows.ts'
export { settleConfiguration } from './collections/import/settle-configuration.ts'
export { chainFinder } from './collections/matching/copy-chain.ts'
export type { CollectionsPage, PageNote, PageReading } from './collections/page/page-reading.ts'
export { readCollectionsPage } from './collections/page/read-collections-page.ts'
export { type PageContent, type WrittenPage, writeCollectionsPage } from './collections/page/write-collections-page.ts'
export { type CanvasLink, findCanvasLink, type LinkKind } from './collections/references/canvas-url.ts'
export {
  type FileReference,
  fileReferenceKey,
  fileReferences,
  type Reference,
} from './collections/references/references.ts'
export { type Audience, audience } from './collections/view/audience.ts'
export type {
  Card,
  CardBanner,
  CardDateParts,
  CardDateView,
  CardLock,
  CollectionsView,
  CollectionView,
  ImageSize,
  LiveModule,
  Representation,
  RequirementCount,
  Viewer,
} from './collections/view/collections-view.ts'
export {
  type Attention,
  type AttentionQuestion,
  findAttention,
  type NamedModule,
  type PageUse,
  type StaticPage,
} from './collections/view/find-attention.ts'
export { type InitialChoice, pickInitialCollection } from './collections/view/pick-initial-collection.ts'
export { type ViewQuestion, viewCollections } from './collections/view/view-collections.ts'
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
