import { type Canvas, deleteFile, uploadFile } from '@recourse/canvas'
import { type CourseId, toFileId } from '@recourse/core'
import { configureCourse } from './configure-course.ts'
import { addCourse, type DemoSite } from './demo-course.ts'
import { drawLayers } from './draw-layers.ts'
import { saveCollectionsPage } from './save-collections.ts'
import type { Semesters } from './semesters.ts'
import { soilCards } from './soil-cards.ts'
import type { ConfiguredCourse } from './soil-course.ts'

/** Late in the semester a card took its picture from another course, and another card's picture was tidied away. */
export async function changeLater(site: DemoSite, course: ConfiguredCourse, semesters: Semesters): Promise<CourseId> {
  const canvas = site.demoPeople.as(site.sandbox.people.teacher)
  const library = await addPictureLibrary(site, canvas, semesters)
  const creek = { ...soilCards.creek, picture: library.picture }
  const configuration = configureCourse(course, { ...soilCards, creek })
  await saveCollectionsPage(canvas, course, configuration, '5/29/2026, 11:03:47 AM')
  await deleteFile(canvas, toFileId(course.names.files.get('sieves.png') ?? ''))
  return library.courseId
}

interface PictureLibrary {
  readonly courseId: CourseId
  /** Address of a picture in it. */
  readonly picture: string
}

async function addPictureLibrary(site: DemoSite, canvas: Canvas, { first }: Semesters): Promise<PictureLibrary> {
  const courseId = await addCourse(site, {
    name: 'Earth Sciences picture library',
    code: 'EARTH-PICTURES',
    term: first,
  })
  const content = new Blob([drawLayers(['#bcd7e6', '#86b07a', '#3f7f86', '#6d5a3f'])], { type: 'image/png' })
  const { id } = await uploadFile(canvas, courseId, {
    name: 'creek in flood.png',
    content,
    parent: { path: 'Landscapes' },
  })
  return { courseId, picture: `${canvas.origin}/courses/${courseId}/files/${id}/download` }
}
