import { type KeyboardEvent, useCallback, useMemo, useState } from 'react'
import type { Course } from '../courses/use-course.ts'
import { outlineWords } from '../words/outline-words.ts'
import { ChangedByOthers } from './changed-by-others.tsx'
import { CourseCheck } from './course-check.tsx'
import { type Dragged, toDragged } from './dragged.ts'
import { EmptyOutline } from './empty-outline.tsx'
import { focusRow } from './focus-row.ts'
import { ModuleRow } from './module-row.tsx'
import './outline.css'
import type { OutlineDialog } from './outline-dialog.ts'
import { OutlineDialogs } from './outline-dialogs.tsx'
import { OutlineTools } from './outline-tools.tsx'
import { type DropTarget, planDrop, planStep } from './plan-place.ts'
import { toDialogRow } from './to-dialog-row.ts'
import { toLists } from './to-lists.ts'
import { useDropped } from './use-dropped.ts'
import { useMoves } from './use-moves.ts'
import { OutlineContext, type OutlineHold } from './use-outline.ts'
import { useShown } from './use-shown.ts'

/** The modules of a course with everything in them, to be read, opened, put in order. */
export function Outline({ course }: { readonly course: Course }) {
  const [dialog, open] = useState<OutlineDialog>()
  const move = useMoves(course, open)
  const shown = useShown(course)
  const mayEdit = course.mayEdit && !course.isTrashed
  const step = useCallback<OutlineHold['step']>(
    (kind, id, direction) => {
      const place = planStep(toLists(course, kind, id), id, direction)
      if (place) move(kind, id, place)
    },
    [course, move],
  )
  const drop = useCallback(
    (source: Dragged, target: Dragged & DropTarget) => {
      const place =
        source.kind === target.kind
          ? planDrop(toLists(course, source.kind), source.id, target)
          : { parentId: target.id, after: null }
      if (place) move(source.kind, source.id, place)
    },
    [course, move],
  )
  useDropped(drop)
  const hold = useMemo<OutlineHold>(() => ({ course, mayEdit, open, step, ...shown }), [course, mayEdit, shown, step])
  const close = () => {
    open(undefined)
    const row = dialog && toDialogRow(dialog)
    if (row) focusRow(row)
  }
  if (course.modules.length === 0 && dialog === undefined) return <EmptyOutline mayEdit={mayEdit} open={open} />
  return (
    <OutlineContext.Provider value={hold}>
      <OutlineTools shown={shown} />
      <ChangedByOthers courseId={course.id} />
      <CourseCheck course={course} />
      <ol className="outline" aria-label={outlineWords.modules} onKeyDown={event => mayEdit && stepByKey(event, step)}>
        {course.modules.map(module => (
          <ModuleRow key={module.id} module={module} />
        ))}
      </ol>
      {dialog && <OutlineDialogs dialog={dialog} onClose={close} />}
    </OutlineContext.Provider>
  )
}

function stepByKey(event: KeyboardEvent<HTMLElement>, step: OutlineHold['step']): void {
  if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
  const row = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>('[data-row]') : null
  const on = row === null ? undefined : toDragged({ kind: row.dataset.kind, id: row.dataset.row })
  if (on === undefined) return
  event.preventDefault()
  step(on.kind, on.id, event.key === 'ArrowUp' ? 'up' : 'down')
}
