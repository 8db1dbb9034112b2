import type { Course } from '../courses/use-course.ts'
import { RouteLink } from '../frame/route-link.tsx'
import { courseWords } from '../words/course-words.ts'
import { pageWords } from '../words/page-words.ts'
import type { CoursePage } from './use-page.ts'

/** Where the page stands, and the way back. */
export function PagePath({ course, page }: { readonly course: Course; readonly page: CoursePage }) {
  return (
    <nav aria-label={pageWords.path}>
      <ol className="page-path">
        <li>
          <RouteLink to="/courses">{courseWords.title}</RouteLink>
        </li>
        <li>
          <RouteLink to="/courses/$courseId" params={{ courseId: course.id }}>
            <span className="name">{course.title}</span>
          </RouteLink>
        </li>
        <li>
          <span className="name">{page.objectName}</span>
        </li>
      </ol>
    </nav>
  )
}
