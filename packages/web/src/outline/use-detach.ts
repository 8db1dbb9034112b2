import { api } from '../api/api.ts'
import { act } from '../api/read.ts'
import { outlineWords } from '../words/outline-words.ts'
import type { CourseObject } from './outline-parts.ts'
import { useOutlineAct } from './use-outline-act.ts'

/** Makes a Learning Object separate in this course; told the one that stands in its place. */
export function useDetach(
  courseId: string,
  object: Pick<CourseObject, 'id'> & { readonly name: string },
  onDone: (objectId: string) => void,
) {
  return useOutlineAct(courseId, {
    ask: () =>
      act(api.courses[':courseId'].objects[':objectId'].detach.$post({ param: { courseId, objectId: object.id } })),
    said: () => outlineWords.nowSeparate(object.name),
    onDone: ({ objectId }) => onDone(objectId),
    showsRefusal: true,
  })
}
