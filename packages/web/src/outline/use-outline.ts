import { createContext, useContext } from 'react'
import type { Course } from '../courses/use-course.ts'
import type { OutlineDialog } from './outline-dialog.ts'
import type { Direction } from './plan-place.ts'

/** What every row of the outline needs of the whole. */
export interface OutlineHold {
  readonly course: Course
  readonly mayEdit: boolean
  readonly open: (dialog: OutlineDialog) => void
  readonly step: (kind: RowKind, id: string, direction: Direction) => void
  readonly isOpen: (objectId: string) => boolean
  readonly toggle: (objectId: string) => void
}

export type RowKind = 'module' | 'object' | 'page'

export const OutlineContext = createContext<OutlineHold | undefined>(undefined)

export function useOutline(): OutlineHold {
  const hold = useContext(OutlineContext)
  if (hold === undefined) throw new Error('A row of the outline stands outside of it.')
  return hold
}
