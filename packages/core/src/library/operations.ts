import type { Owner } from './ownership.ts'

export interface OperationRule {
  /** Whose row it changes. */
  readonly owner: Owner
  /**
   * What takes it back: `rows` the fields it set in each row are set as before · `trash` the course it made goes to trash ·
   * `none` it cannot be taken back.
   */
  readonly inverse: 'rows' | 'trash' | 'none'
  /** What must hold of a row for that: `fields` they are as the operation left them, or their texts merge by block. */
  readonly precondition: 'fields' | 'course is live' | 'never'
}

const rows = (owner: Owner): OperationRule => ({ owner, inverse: 'rows', precondition: 'fields' })
const final = (owner: Owner): OperationRule => ({ owner, inverse: 'none', precondition: 'never' })
const copy: OperationRule = { owner: 'course', inverse: 'trash', precondition: 'course is live' }

/** Every operation, and how it is undone (library §1.7). An act without a row here does not compile. */
export const operations = {
  'create course': copy,
  'share course': copy,
  'duplicate course': copy,
  'import course': copy,
  'edit course': rows('course'),
  'trash course': rows('course'),
  'restore course': rows('course'),
  'add module': rows('course'),
  'rename module': rows('course'),
  'move module': rows('course'),
  'delete module': rows('course'),
  'save style': rows('course'),
  'delete style': rows('course'),
  'assign author': rows('course'),
  'remove author': rows('course'),
  'create object': rows('course'),
  'insert shared': rows('course'),
  'insert duplicate': rows('course'),
  'move object': rows('course'),
  'remove object': rows('course'),
  'detach object': rows('course'),
  'reattach object': rows('course'),
  'edit object': rows('object'),
  'protect object': rows('object'),
  'add page': rows('object'),
  'delete page': rows('object'),
  'reorder pages': rows('object'),
  'copy page': rows('object'),
  'move page': rows('object'),
  'edit page': rows('page'),
  'style pages': rows('page'),
  'create item': rows('item'),
  'update item': rows('item'),
  'replace item': rows('page'),
  'trash item': rows('item'),
  'accept proposal': rows('page'),
  'propose change': final('page'),
  'decline proposal': final('page'),
  undo: rows('course'),
} as const satisfies Readonly<Record<string, OperationRule>>

export type OperationName = keyof typeof operations

export function findOperation(name: string): OperationRule | undefined {
  return Object.hasOwn(operations, name) ? Object.entries(operations).find(([each]) => each === name)?.[1] : undefined
}
