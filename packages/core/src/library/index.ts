/** What a copy does with the rows of each table: new, the same, left. */
export { type CopyPlan, type CopyRule, type CopyTable, type CopyTablePlan, copyRules, planCopy } from './copy-plan.ts'
/** What a copy did, or would do. */
export type { CopyReport, InvariantCheck, OutsideLink, UnstyledPage } from './copy-report.ts'
/** What a course was copied from and to, and whom it shares with, as a graph. */
export {
  drawProvenance,
  type Provenance,
  type ProvenanceEdge,
  type ProvenanceNode,
  type Relative,
} from './draw-provenance.ts'
/** Two edits of one Learning Object, merged by field. */
export { mergeObject } from './merge-object.ts'
/** Two edits of one page, merged by block. */
export { mergePage } from './merge-page.ts'
/** A place where both changed the same thing. */
export { isSame, type MergeConflict, type Merged } from './merge-values.ts'
/** A Learning Object without its pages' content. */
export { type Answer, type ObjectContent, type Question, type QuestionKind, questionKinds } from './object-content.ts'
/** Every operation, whose row it changes and how it is undone. */
export { findOperation, type OperationName, type OperationRule, operations } from './operations.ts'
/** Who has which field. */
export { type Owner, ownership } from './ownership.ts'
/** A page: elements, and what they refer to. */
export {
  type Block,
  type ItemKind,
  listReferences,
  type PageContent,
  type Reference,
  referenceName,
  replaceItem,
} from './page-content.ts'
/** Whom a copied course belongs to. */
export { type AuthorCandidate, type AuthorPlan, planAuthors } from './plan-authors.ts'
/** What of an operation can be taken back now. */
export { type Fields, planUndo, type TouchedRow, type UndoPlan } from './plan-undo.ts'
/** The title that the copy dialog offers. */
export { type CopyMode, proposeTitle } from './propose-title.ts'
/** Which courses show a thing; those one may not open are counted, not named. */
export { type Reach, type ReachedCourse, toReach } from './reach.ts'
/** How an element's text names its references: `#ref-1` is the first. */
export { findMarked, toReferenceMark } from './reference-mark.ts'
/** Which page of a course a reference means there. */
export {
  type LinkCourse,
  type PageReference,
  type PlacedPage,
  type ReferencePin,
  type ResolvedReference,
  resolveReference,
} from './resolve-reference.ts'
/** Who may change a course, and who may open it. */
export { mayEdit, mayRead, type Role } from './who-may.ts'
