import { Heading } from '@instructure/ui-heading'
import { Text } from '@instructure/ui-text'
import { CourseChanged } from '../courses/course-changed.tsx'
import { RouteLink } from '../frame/route-link.tsx'
import { noticeWords } from '../words/notice-words.ts'
import type { NoticeGroup } from './group-notices.ts'

/** What was done in one course. */
export function NoticeCard({ group }: { readonly group: NoticeGroup }) {
  return (
    <section className="notice-card">
      <Heading level="h2" variant="titleCardRegular">
        <RouteLink to="/courses/$courseId" params={{ courseId: group.courseId }}>
          <span className="name">{group.title}</span>
        </RouteLink>
      </Heading>
      <ul>
        {group.entries.map(({ personId, personName, operation, count, lastAt }) => (
          <li key={`${personId} ${operation}`}>
            <span className="name">
              {noticeWords.did(personName, operation)}
              {count > 1 && `, ${noticeWords.times(count)}`}
            </span>
            <Text size="small" color="secondary">
              <CourseChanged at={lastAt} />
            </Text>
          </li>
        ))}
      </ul>
    </section>
  )
}
