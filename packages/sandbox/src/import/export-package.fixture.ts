import { importPackage } from '@recourse/canvas'
import type { CourseId } from '@recourse/core'
import { type Bench, newCourse, ORIGIN } from './copied-course.fixture.ts'

/** As a person would: ask for an export, wait, fetch it. */
export async function exportCourse({ sandbox }: Bench, courseId: CourseId): Promise<Blob> {
  const token = sandbox.people.administrator.tokens[0]
  const ask = async (path: string, init: RequestInit = {}): Promise<Response> =>
    sandbox.quietFetch(new Request(new URL(path, ORIGIN), { ...init, headers: { authorization: `Bearer ${token}` } }))
  const path = `/api/v1/courses/${courseId}/content_exports`
  const { id } = await (await ask(`${path}?export_type=common_cartridge`, { method: 'POST' })).json()
  await sandbox.copies.finish()
  const { attachment } = await (await ask(`${path}/${id}`)).json()
  return (await ask(attachment.url)).blob()
}

/** A course made of an export of another, as between two Canvases or two terms. */
export async function passOn(bench: Bench, from: CourseId, name: string): Promise<CourseId> {
  const content = await exportCourse(bench, from)
  const to = await newCourse(bench, name)
  await importPackage(bench.admin, to, { type: 'canvas_cartridge_importer', name: 'course.imscc', content })
  await bench.sandbox.copies.finish()
  return to
}
