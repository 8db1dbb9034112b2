/** What an open archive holds (docs/archive-format.md). */
export type {
  ArchiveDocument,
  ArchivedCourse,
  ArchivedItem,
  ArchivedModule,
  ArchivedObject,
  ArchivedPage,
} from './archive-document.ts'
/** Where references between pages lead in a course. */
export type { CourseLinks } from './cartridge-names.ts'
/** A course that is to be made. */
export type {
  CourseDraft,
  DraftBlock,
  DraftItem,
  DraftMedia,
  DraftModule,
  DraftObject,
  DraftPage,
  DraftReference,
} from './course-draft.ts'
/** A course out of an open archive, and what becomes of each of its parts. */
export { draftArchive } from './draft-archive.ts'
/** The same out of a Common Cartridge or a Canvas export (docs/decisions/0014). */
export { type Drafted, draftCartridge } from './draft-cartridge.ts'
/** What an import did: every thing of the package once. */
export type {
  ImportCounts,
  ImportEntry,
  ImportReport,
  LibraryThing,
  PackageThing,
  ReportEntry,
} from './import-report.ts'
/** Which files of a cartridge it is read from as text. */
export { surveyCartridge } from './survey-cartridge.ts'
/** A course as a Common Cartridge 1.3 that opens in Canvas. */
export { type WrittenCartridge, writeCartridge } from './write-cartridge.ts'
