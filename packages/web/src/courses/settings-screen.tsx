import { getRouteApi } from '@tanstack/react-router'
import { CourseScreen } from './course-screen.tsx'
import { SettingsForm } from './settings-form.tsx'

const route = getRouteApi('/frame/courses/$courseId/settings')

/** A course's own fields. */
export function SettingsScreen() {
  const { courseId } = route.useParams()
  return <CourseScreen courseId={courseId}>{course => <SettingsForm key={courseId} course={course} />}</CourseScreen>
}
