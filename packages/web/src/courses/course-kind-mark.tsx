import { Pill } from '@instructure/ui-pill'
import { Text } from '@instructure/ui-text'
import { RouteLink } from '../frame/route-link.tsx'
import { courseWords } from '../words/course-words.ts'
import type { CourseRow } from './use-courses.ts'

/** What a course is: original or copy of which one, and with how many it shares Learning Objects. */
export function CourseKindMark({ course }: { readonly course: CourseRow }) {
  return (
    <span className="course-kind">
      {course.sharedWith > 0 && <Pill color="info">{courseWords.sharedWith(course.sharedWith)}</Pill>}
      <CourseOrigin course={course} />
    </span>
  )
}

function CourseOrigin({ course: { kind, copiedFrom, sharedWith } }: { readonly course: CourseRow }) {
  if (kind === 'original') return sharedWith > 0 ? null : <Text color="secondary">{courseWords.original}</Text>
  if (copiedFrom === null) return <Text color="secondary">{courseWords.copyOfHidden[kind]}</Text>
  return (
    <Text size="small">
      {kind === 'share' ? courseWords.linkedCopyOf : courseWords.separateCopyOf}{' '}
      <RouteLink to="/courses/$courseId" params={{ courseId: copiedFrom.courseId }} isWithinText>
        <span className="name">{copiedFrom.title}</span>
      </RouteLink>
    </Text>
  )
}
