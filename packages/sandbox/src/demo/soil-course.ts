import type { PageId } from '@recourse/core'
import { type BuiltCourse, buildCourse } from './build-course.ts'
import { configureCourse } from './configure-course.ts'
import { addCourse, type DemoSite } from './demo-course.ts'
import { drawLayers } from './draw-layers.ts'
import { createCollectionsPage, createStaticPages } from './save-collections.ts'
import { firstSemester, type Semesters } from './semesters.ts'
import { soilModules } from './soil-modules.ts'
import { cardFolder, handouts, includedPages, pictures } from './soil-pages.ts'

export type ConfiguredCourse = BuiltCourse & { readonly pageId: PageId }

/** Last semester's course: fourteen modules, Collections configured and published, static pages made. */
export async function addSoilCourse(site: DemoSite, { first }: Semesters): Promise<ConfiguredCourse> {
  const name = 'Soil Science 101'
  const courseId = await addCourse(site, { name, code: 'SOIL101-2026-S1', term: first, ...firstSemester })
  const canvas = site.demoPeople.as(site.sandbox.people.teacher)
  const built = await buildCourse(canvas, courseId, {
    modules: soilModules,
    pages: includedPages,
    files: handouts,
    pictures: new Map(Object.entries(pictures).map(([file, colours]) => [file, drawLayers(colours)])),
    pictureFolder: cardFolder,
  })
  const configuration = configureCourse(built)
  await createStaticPages(canvas, built, configuration)
  const pageId = await createCollectionsPage(canvas, built, configuration, '2/20/2026, 4:12:09 PM')
  return { ...built, pageId }
}
