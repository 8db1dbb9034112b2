import { useMemo, useState } from 'react'
import type { Course } from '../courses/use-course.ts'
import { listObjects } from './outline-parts.ts'

/** So many pages are shown at once when a course is opened; of a larger one only the Learning Objects. */
const FEW = 80

/** Whose pages are shown. */
export function useShown(course: Course) {
  const objects = listObjects(course)
  const isSmall = objects.reduce((sum, { pages }) => sum + pages.length, 0) <= FEW
  const [usual, setUsual] = useState(isSmall)
  const [others, setOthers] = useState<ReadonlySet<string>>(new Set())
  return useMemo(
    () => ({
      usual,
      isOpen: (id: string) => usual !== others.has(id),
      toggle: (id: string) => setOthers(before => toToggled(before, id)),
      setAll: (isOpen: boolean) => {
        setUsual(isOpen)
        setOthers(new Set())
      },
    }),
    [usual, others],
  )
}

export type Shown = ReturnType<typeof useShown>

function toToggled(before: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const after = new Set(before)
  if (!after.delete(id)) after.add(id)
  return after
}
