export {
  type AccountCourseFilter,
  createCourse,
  eachAccountCoursePage,
  listAccountCourses,
  listAccounts,
  listTerms,
} from './accounts.ts'
export {
  associateCourses,
  findBlueprintTemplate,
  listAssociatedCourses,
  listBlueprintImports,
  listBlueprintSubscriptions,
  restrictBlueprintItem,
  startBlueprintSync,
} from './blueprints.ts'
export { type Canvas, type CanvasOptions, createCanvas } from './canvas.ts'
export { CanvasError, type CanvasErrorDetail, type CanvasErrorKind, isCanvasError } from './canvas-error.ts'
export {
  type Busy,
  type ClaytonOutcome,
  type ClaytonResult,
  type ClaytonsOutcome,
  type ClaytonsProgress,
  type ClaytonUndo,
  type CopiedFile,
  type Denied,
  type DifferenceRow,
  type EditingOptions,
  type HistoryContent,
  type HistoryOptions,
  type HistoryVersion,
  type ImportDone,
  type ImportFailure,
  type Locked,
  listParked,
  type NoOwnPage,
  type PageChangeFailure,
  type PageChangeOutcome,
  type PageHistory,
  type PageVersion,
  type ParkedChoices,
  type ParkedList,
  type ParkedOutcome,
  type ProceedOptions,
  type ProceedOutcome,
  type ProceedProgress,
  proceedImport,
  type ReadClaytonsOptions,
  type ReadFactsOptions,
  type RestoreOptions,
  type RestoreOutcome,
  readClaytonsFacts,
  readHistory,
  readImportFacts,
  restoreRevision,
  settleParked,
  type UndoneClayton,
  undoClaytons,
  type WaitOptions,
  type WaitOutcome,
  type WriteClaytonsOptions,
  waitForCopy,
  writeClaytons,
} from './collections/index.ts'
export { deleteCourse, getCourse, getCoursePermissions, listOwnCourses, updateCourse } from './courses.ts'
export { downloadFile } from './files/download.ts'
export {
  copyFile,
  deleteFile,
  type FileFilter,
  getCourseFile,
  getFile,
  listFiles,
  listFolderFiles,
  updateFile,
} from './files/files.ts'
export { createFolder, findFolderByPath, getFolder, getRootFolder, listFolders } from './files/folders.ts'
export { type UploadOptions, type UploadStep, uploadFile } from './files/upload.ts'
export { createRateBudget, type RateBudget, type RateBudgetOptions } from './http/rate-budget.ts'
export type { CallOptions, CanvasAuth, CanvasRequest, Fetch } from './http/request.ts'
export type { CanvasReply, RequestEvent } from './http/send.ts'
export type { Sleep } from './http/signals.ts'
export { type AssetIdMappingOutcome, getAssetIdMapping } from './migrations/asset-id-mapping.ts'
export {
  createCourseCopy,
  getMigration,
  importPackage,
  listMigrationIssues,
  listMigrations,
} from './migrations/migrations.ts'
export { getProgress, type PollOptions, pollProgress, waitForMigration } from './migrations/waiting.ts'
export {
  createModuleItem,
  deleteModuleItem,
  listModuleItems,
  type ModuleItemPlace,
  updateModuleItem,
} from './module-items.ts'
export {
  createModule,
  deleteModule,
  getModule,
  listModules,
  listModulesWithItems,
  updateModule,
} from './modules.ts'
export type { PageRef } from './pages/page-ref.ts'
export { getPageRevision, listPageRevisions, revertPage } from './pages/page-revisions.ts'
export {
  createPage,
  deletePage,
  findFrontPage,
  findPage,
  getPage,
  listPages,
  listPagesWithBody,
  type PageFilter,
  putPage,
} from './pages/pages.ts'
export { getSelf } from './users.ts'
export type { Account } from './wire/account.ts'
export type { AssetIdMapping, MappedAsset } from './wire/asset-id-mapping.ts'
export type {
  AssociatedCourse,
  BlueprintMigration,
  BlueprintSubscription,
  BlueprintTemplate,
} from './wire/blueprint.ts'
export type { BlueprintLock } from './wire/blueprint-lock.ts'
export type { Course, CourseInput } from './wire/course.ts'
export type { CanvasFile, FileInput, OnDuplicate, UsageRights } from './wire/file.ts'
export type { Folder, NewFolder } from './wire/folder.ts'
export type { Instant } from './wire/instant.ts'
export type { Migration, MigrationIssue } from './wire/migration.ts'
export type { Module, ModuleInput, ModuleState, ModuleWithItems } from './wire/module.ts'
export type {
  CompletionRequirement,
  ContentDetails,
  ModuleItem,
  ModuleItemInput,
  ModuleItemType,
  NewModuleItem,
} from './wire/module-item.ts'
export type { CopySelection, CourseCopy, DateShift, PackageImport } from './wire/new-migration.ts'
export type { Page, PageInput, PageSummary } from './wire/page.ts'
export type { PageRevision, PageRevisionSummary } from './wire/page-revision.ts'
export type { Progress } from './wire/progress.ts'
export type { Term } from './wire/term.ts'
export type { NewFile } from './wire/upload.ts'
export type { CanvasUser } from './wire/user.ts'
