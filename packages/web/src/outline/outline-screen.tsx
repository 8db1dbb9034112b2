import { getRouteApi } from '@tanstack/react-router'
import { CourseScreen } from '../courses/course-screen.tsx'
import { Outline } from './outline.tsx'

const route = getRouteApi('/frame/courses/$courseId')

/** What a course is made of, and where it is put together. */
export function OutlineScreen() {
  const { courseId } = route.useParams()
  return <CourseScreen courseId={courseId}>{course => <Outline course={course} />}</CourseScreen>
}
