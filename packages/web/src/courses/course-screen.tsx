import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import '../frame/tabs.css'
import { isOutOfReach } from '../api/api-fault.ts'
import { RouteLink } from '../frame/route-link.tsx'
import { Screen } from '../frame/screen.tsx'
import { Problem } from '../states/problem.tsx'
import { Skeleton } from '../states/skeleton.tsx'
import { courseWords } from '../words/course-words.ts'
import { historyWords } from '../words/history-words.ts'
import { outlineWords } from '../words/outline-words.ts'
import { type ActionCourse, CourseActions } from './course-actions.tsx'
import { type Course, courseQuery } from './use-course.ts'
import { useCourseDialog } from './use-course-dialog.tsx'

/** The places inside one course. Another one is a line here and a route in router.tsx. */
const tabs = [
  { to: '/courses/$courseId', label: outlineWords.outline },
  { to: '/courses/$courseId/settings', label: courseWords.settings },
  { to: '/courses/$courseId/history', label: courseWords.history },
  { to: '/courses/$courseId/related', label: historyWords.related },
] as const

interface CourseScreenProps {
  readonly courseId: string
  /** Draws the place with the course in it. */
  readonly children: (course: Course) => ReactNode
}

/**
 * What stands around every place inside a course: where one is, its title, its Actions, its tabs. Where only the next look at it
 * fails, what is there stays, and so does all that somebody is typing in it.
 */
export function CourseScreen({ courseId, children }: CourseScreenProps) {
  const asked = useQuery(courseQuery(courseId))
  const { open, dialog } = useCourseDialog()
  const course = asked.data
  const problem = asked.isError && <Problem error={asked.error} onRetry={() => void asked.refetch()} />
  if (course === undefined || isOutOfReach(asked.error)) {
    return <Screen title={courseWords.course}>{problem || <Skeleton />}</Screen>
  }
  return (
    <Screen
      title={course.title}
      before={<WayBack />}
      actions={<CourseActions course={toActionCourse(course)} onOpen={open} />}
    >
      {problem}
      <nav className="tabs" aria-label={courseWords.inCourse}>
        {tabs.map(({ to, label }) => (
          <Link
            key={to}
            to={to}
            params={{ courseId }}
            activeOptions={{ exact: true }}
            activeProps={{ 'aria-current': 'page' }}
          >
            {label}
          </Link>
        ))}
      </nav>
      {children(course)}
      {dialog}
    </Screen>
  )
}

function WayBack() {
  return <RouteLink to="/courses">{courseWords.title}</RouteLink>
}

function toActionCourse(course: Course): ActionCourse {
  const objects = course.modules.flatMap(module => module.objects)
  const isShared = ({ reach }: (typeof objects)[number]) => reach.courses.length + reach.hidden > 0
  const { id, title, mayEdit, isTrashed } = course
  const objectsShared = objects.filter(isShared).length
  return { courseId: id, title, mayEdit, isTrashed, objectsTotal: objects.length, objectsShared }
}
