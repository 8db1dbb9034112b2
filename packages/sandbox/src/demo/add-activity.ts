import type { Canvas } from '@recourse/canvas'
import type { BuiltCourse } from './build-course.ts'
import { fillIn, type TextActivity } from './course-text.ts'

/** Makes an assignment, a quiz or a discussion and returns its id; the client has no functions for them. */
export async function addActivity(
  canvas: Canvas,
  { courseId, names }: BuiltCourse,
  text: TextActivity,
): Promise<string> {
  const { path, body } = toRequest(text, fillIn(text.body, names))
  const task = `create "${text.title}" in course ${courseId}`
  const { json } = await canvas.send({ method: 'POST', url: `/api/v1/courses/${courseId}/${path}`, body, task })
  if (typeof json !== 'object' || json === null || !('id' in json)) throw new Error(`No id came back: ${task}`)
  return String(json.id)
}

function toRequest({ type, title, dueAt, points }: TextActivity, html: string) {
  const graded = { due_at: dueAt, points_possible: points, published: true }
  switch (type) {
    case 'Assignment':
      return {
        path: 'assignments',
        body: { assignment: { name: title, description: html, submission_types: ['online_upload'], ...graded } },
      }
    case 'Quiz':
      return { path: 'quizzes', body: { quiz: { title, description: html, quiz_type: 'assignment', ...graded } } }
    case 'Discussion':
      return { path: 'discussion_topics', body: { title, message: html, published: true } }
    default:
      return type satisfies never
  }
}
