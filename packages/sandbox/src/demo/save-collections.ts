import { type Canvas, createPage, putPage } from '@recourse/canvas'
import type { PageId } from '@recourse/core'
import type { BuiltCourse } from './build-course.ts'
import { fillIn } from './course-text.ts'
import type { SavedConfiguration } from './saved-configuration.ts'
import { includedPages } from './soil-pages.ts'
import { writeStaticPage } from './static-page.ts'
import { COLLECTIONS_TITLE, writeSavedPage } from './write-saved-page.ts'

/** Saves a configuration for the first time, on a page of its own that students see. */
export async function createCollectionsPage(
  canvas: Canvas,
  course: BuiltCourse,
  configuration: SavedConfiguration,
  savedAt: string,
): Promise<PageId> {
  const body = toBody(canvas, course, configuration, savedAt)
  return (await createPage(canvas, course.courseId, { title: COLLECTIONS_TITLE, body, isPublished: true })).id
}

/** Saves it again. */
export async function saveCollectionsPage(
  canvas: Canvas,
  course: BuiltCourse & { readonly pageId: PageId },
  configuration: SavedConfiguration,
  savedAt: string,
): Promise<void> {
  const body = toBody(canvas, course, configuration, savedAt)
  await putPage(canvas, course.courseId, { id: course.pageId }, { title: COLLECTIONS_TITLE, body })
}

function toBody(
  { origin }: Canvas,
  { courseId }: BuiltCourse,
  configuration: SavedConfiguration,
  savedAt: string,
): string {
  return writeSavedPage(configuration, { courseId, host: new URL(origin).host, savedAt })
}

/** Makes the output page of every collection that has one and is not hidden: *Full Claytons*. */
export async function createStaticPages(
  canvas: Canvas,
  { courseId, names }: BuiltCourse,
  configuration: SavedConfiguration,
): Promise<void> {
  for (const [collection, { outputPage, includePage, hide }] of Object.entries(configuration.COLLECTIONS)) {
    if (outputPage === '' || hide) continue
    const included = includedPages.find(page => page.title === includePage)?.body ?? ''
    const includedBody = fillIn(included, names)
    const body = writeStaticPage({ configuration, collection, includedBody, modulesUrl: `${names.course}/modules` })
    await createPage(canvas, courseId, { title: outputPage, body, isPublished: true })
  }
}
