import { api } from '../api/api.ts'
import { act } from '../api/read.ts'
import { outlineWords } from '../words/outline-words.ts'
import { focusRow } from './focus-row.ts'
import type { CourseModule } from './outline-parts.ts'
import type { FoundObject } from './use-found-objects.ts'
import { useOutline } from './use-outline.ts'
import { useOutlineAct } from './use-outline-act.ts'

export type InsertMode = 'share' | 'duplicate'

interface Insertion {
  readonly object: FoundObject
  readonly mode: InsertMode
}

/** At the end of a module. The same one twice is refused (library §1.3 *T24*): then a duplicate is offered. */
export function useInsert(module: CourseModule, onClose: () => void) {
  const { course } = useOutline()
  return useOutlineAct(course.id, {
    ask: ({ object, mode }: Insertion) =>
      act(
        api.courses[':courseId'].objects.insert.$post({
          param: { courseId: course.id },
          json: { moduleId: module.id, objectId: object.objectId, mode },
        }),
      ),
    said: (_, { object }) => outlineWords.inserted(object.name),
    onDone: ({ objectId }) => {
      onClose()
      focusRow(objectId)
    },
    showsRefusal: true,
  })
}
