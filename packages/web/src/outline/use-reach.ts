import { useQuery } from '@tanstack/react-query'
import { api } from '../api/api.ts'
import { read } from '../api/read.ts'
import type { OtherCourses } from './outline-parts.ts'

type Kind = 'object' | 'page' | 'media' | 'resource' | 'term'

/** Which other courses would show a change, asked anew whenever it is shown. */
export function useReach(kind: Kind, id: string, courseId: string) {
  return useQuery({
    queryKey: ['course', courseId, 'reach', kind, id],
    queryFn: async ({ signal }): Promise<OtherCourses> => {
      const reach = await read(api.reach[':kind'][':id'].$get({ param: { kind, id } }, { init: { signal } }))
      return { ...reach, courses: reach.courses.filter(course => course.courseId !== courseId) }
    },
    staleTime: 0,
  })
}
