import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { ApiFault } from '../api/api-fault.ts'
import { courseQuery } from '../courses/use-course.ts'
import { RouteLink } from '../frame/route-link.tsx'
import { Screen } from '../frame/screen.tsx'
import { Problem } from '../states/problem.tsx'
import { Skeleton } from '../states/skeleton.tsx'
import { pageWords } from '../words/page-words.ts'
import { MissingPage } from './missing-page.tsx'
import { PageEditor } from './page-editor.tsx'
import './page-editor.css'
import { pageQuery } from './use-page.ts'

const route = getRouteApi('/frame/courses/$courseId/pages/$pageId')

/** One page of a course, read and written. What is being typed stays, whatever the server says meanwhile. */
export function PageScreen() {
  const place = route.useParams()
  const course = useQuery(courseQuery(place.courseId))
  const page = useQuery(pageQuery(place))
  if (course.data !== undefined && page.data !== undefined) {
    const isGone = isMissing(page.error) || isMissing(course.error)
    return <PageEditor key={place.pageId} course={course.data} page={page.data} isGone={isGone} />
  }
  const error = course.error ?? page.error
  return (
    <Screen
      title={pageWords.page}
      before={
        <RouteLink to="/courses/$courseId" params={{ courseId: place.courseId }}>
          {course.data?.title ?? pageWords.toCourse}
        </RouteLink>
      }
    >
      {error === null && <Skeleton />}
      {error !== null &&
        (isMissing(error) ? (
          <MissingPage courseId={place.courseId} />
        ) : (
          <Problem error={error} onRetry={() => again()} />
        ))}
    </Screen>
  )
  function again(): void {
    void course.refetch()
    void page.refetch()
  }
}

function isMissing(error: Error | null): boolean {
  return error instanceof ApiFault && error.kind === 'missing'
}
