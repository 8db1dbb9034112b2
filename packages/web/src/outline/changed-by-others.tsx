import { Text } from '@instructure/ui-text'
import { ToggleDetails } from '@instructure/ui-toggle-details'
import { useQuery } from '@tanstack/react-query'
import { api } from '../api/api.ts'
import { read } from '../api/read.ts'
import { CourseChanged } from '../courses/course-changed.tsx'
import { noticeWords } from '../words/notice-words.ts'
import { outlineWords } from '../words/outline-words.ts'

const SHOWN = 10

/** What other people did in this course, in it or through what it shares. */
export function ChangedByOthers({ courseId }: { readonly courseId: string }) {
  const query = { byOthers: 'true', limit: String(SHOWN + 1) } as const
  const asked = useQuery({
    queryKey: ['course', courseId, 'by-others'],
    queryFn: ({ signal }) =>
      read(api.courses[':courseId'].history.$get({ param: { courseId }, query }, { init: { signal } })),
  })
  const rows = asked.data?.rows ?? []
  if (rows.length === 0) return null
  const count = Math.min(rows.length, SHOWN)
  return (
    <div className="outline-panel">
      <ToggleDetails summary={outlineWords.othersCount(count, rows.length > SHOWN)}>
        <ul className="outline-plain">
          {rows.slice(0, SHOWN).map(({ changeId, personName, operation, at }) => (
            <li key={changeId}>
              <span className="name">{noticeWords.did(personName, operation)}</span>{' '}
              <Text size="small" color="secondary">
                <CourseChanged at={at} />
              </Text>
            </li>
          ))}
        </ul>
      </ToggleDetails>
    </div>
  )
}
