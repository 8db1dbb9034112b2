/** Who works in a course. */
export { type Assignment, assignAuthor, removeAuthor } from './authors.ts'
/** One operation: its actor, its outcome. A refusal says why, and what to do next. */
export type { Actor, Done, LibraryDb, Outcome } from './carry-out.ts'
/** What does not work in a course as it stands. */
export { checkCourse, courseCheck } from './check-course.ts'
/** Pages and Learning Objects as they are written down and sent. */
export { objectContent, pageContent } from './content.ts'
/** The two copies of a course, their dry runs and reports. */
export { type CopyWishes, duplicateCourse, shareCourse } from './copy-course.ts'
/** A course's own fields, its trash. */
export type { CourseFields } from './course-fields.ts'
/** What a copy said of itself, kept; courses in the trash, each one item with the LOs only it holds. */
export { listTrash, readCopyReport, type TrashedCourse } from './course-records.ts'
export { type CourseEdit, createCourse, editCourse, restoreCourse, trashCourse } from './courses.ts'
/** Courses to try everything on. */
export { createDemoLibrary, type DemoLibrary, type DemoPeople } from './demo/create-demo-library.ts'
/** Making a Learning Object separate here, and taking that back. */
export { detachObject, reattachObject } from './detach.ts'
/** Saving a page: merged with what others saved, or refused with both sides. */
export { editPage, type PageEdit, type PageSaved } from './edit-page.ts'
/** What was done, what others did, what to tell, what no course holds. */
export {
  type HistoryEntry,
  type HistoryLine,
  listHistory,
  listNotices,
  listUnplaced,
  type NoticeRow,
  readHistory,
  readNotices,
} from './history.ts'
/** Media assets, resources, glossary terms. */
export { createItem, type Item, replaceItem, trashItem, updateItem } from './items.ts'
/** The courses that one may open. */
export { type CourseQuery, courseAuthor, courseKind, courseList, listCourses, namedCourse } from './list-courses.ts'
/** Items of the library, and where they are used. */
export { itemKind, itemList, itemUses, listItems, listItemUses } from './list-items.ts'
/** Changes of protected Learning Objects that wait for their courses. */
export { listProposals, type Proposal, proposal } from './list-proposals.ts'
/** Modules of a course. */
export { addModule, deleteModule, moveModule, renameModule } from './modules.ts'
/** Learning Objects in a course. */
export {
  createObject,
  editObject,
  insertDuplicate,
  insertShared,
  moveObject,
  type ObjectEdit,
  type ObjectTexts,
  protectObject,
  removeObject,
  type Spot,
} from './objects.ts'
/** Pages of a Learning Object. */
export { addPage, copyPage, deletePage, movePage, reorderPages } from './pages.ts'
export { type Approved, acceptProposal, declineProposal } from './proposals.ts'
/** What the copy dialog is filled with. */
export { copyProposal, proposeCopy } from './propose-copy.ts'
/** A course with everything it shows. */
export { type CourseTree, readCourse } from './read-course.ts'
/** A course as its outline shows it. */
export { courseOutline, reachSchema, readOutline } from './read-outline.ts'
/** A page as a course shows it. */
export { coursePage, readPage } from './read-page.ts'
/** What a course was copied from and to, and whom it shares with. */
export { provenance, readProvenance } from './read-provenance.ts'
/** Where a change would be seen, asked before it. */
export { type Reached, readReach } from './read-reach.ts'
/** What was looked for in a course, or why one is not told. */
export type { Found } from './readable.ts'
/** Why something was not done. */
export type { Refusal, RefusalReason } from './refusal.ts'
/** Rows of the journal, as people call them. */
export type { NamedRow } from './row-names.ts'
/** Learning Objects that can be inserted. */
export { objectList, searchObjects } from './search-objects.ts'
/** Course Styles, and the pages that name them. */
export { type CourseStyle, deleteStyle, type PageStyle, saveStyle, stylePages } from './styles.ts'
/** Several operations, all of them or nothing. */
export { together } from './together.ts'
/** Taking an operation back, in every course. */
export { type Undone, type UndoWishes, undoChange } from './undo.ts'
