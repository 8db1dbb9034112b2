import type { Reach } from '@recourse/core/library'
import { api } from '../api/api.ts'
import { act } from '../api/read.ts'

export interface MovedOn {
  readonly table: string
  readonly rowId: string
  readonly name: string | null
}

/** What an undoing would do now: all of it, all but what moved on, or nothing and why. */
export type UndoPreview =
  | { readonly kind: 'whole'; readonly reach: Reach }
  | { readonly kind: 'rest'; readonly reach: Reach; readonly movedOn: readonly MovedOn[] }
  | { readonly kind: 'nothing'; readonly message: string; readonly movedOn: readonly MovedOn[] }

/** Asks the server to do it and to take it back: nothing can be said here that is not so. */
export async function previewUndo(changeId: string): Promise<UndoPreview> {
  const whole = await undoOnce(changeId, false, true)
  if (whole.ok) return { kind: 'whole', reach: whole.value.reach }
  if (whole.reason !== 'moved-on') return { kind: 'nothing', message: whole.message, movedOn: [] }
  const rest = await undoOnce(changeId, true, true)
  if (rest.ok) return { kind: 'rest', ...rest.value }
  return { kind: 'nothing', message: rest.message, movedOn: toMovedOn(whole.details) }
}

export function undoOnce(changeId: string, takesTheRest: boolean, isDryRun = false) {
  return act(api.changes[':changeId'].undo.$post({ param: { changeId }, json: { takesTheRest, isDryRun } }))
}

/** Details of a refusal are told without a type. */
function toMovedOn(details: unknown): readonly MovedOn[] {
  return Array.isArray(details) ? details.filter(isMovedOn) : []
}

function isMovedOn(row: unknown): row is MovedOn {
  return typeof row === 'object' && row !== null && 'table' in row && 'rowId' in row && 'name' in row
}
