import { createPage, deleteCourse } from '@recourse/canvas'
import type { CourseId } from '@recourse/core'
import { addCourse, copyCourse, type DemoSite } from './demo-course.ts'
import { type Semesters, toSecondSemester } from './semesters.ts'
import { add, makeAnew, openCopy, remove, rename } from './work-in-copy.ts'
import { COLLECTIONS_TITLE, writeSavedPage } from './write-saved-page.ts'

/** Copied whole, dates shifted, nothing touched since. */
export async function addCleanCopy(site: DemoSite, from: CourseId, { second }: Semesters): Promise<CourseId> {
  const to = await addCourse(site, { name: 'Soil Science 101 (clean copy)', code: 'SOIL101-2026-S2', term: second })
  await copyCourse(site, { from, to, dates: toSecondSemester })
  return to
}

/** A → B → C, where nobody ever imported Collections into B. */
export async function addChain(
  site: DemoSite,
  from: CourseId,
  { first, second }: Semesters,
): Promise<readonly [CourseId, CourseId]> {
  const middle = await addCourse(site, {
    name: 'Soil Science 101 Online (Collections never imported)',
    code: 'SOIL101-ONLINE-2026-S1',
    term: first,
  })
  await copyCourse(site, { from, to: middle })
  const to = await addCourse(site, {
    name: 'Soil Science 101 Online (copy of a copy)',
    code: 'SOIL101-ONLINE-2026-S2',
    term: second,
  })
  await copyCourse(site, { from: middle, to, dates: toSecondSemester })
  return [middle, to]
}

/** A copy of a copy whose middle is gone: Canvas's record went with it, and only names tell. */
export async function addCopyByNames(
  site: DemoSite,
  from: CourseId,
  { first, second }: Semesters,
): Promise<{ readonly to: CourseId; readonly deleted: CourseId }> {
  const deleted = await addCourse(site, {
    name: 'Soil Science 101 Evening (draft)',
    code: 'SOIL101-DRAFT',
    term: first,
  })
  await copyCourse(site, { from, to: deleted })
  const to = await addCourse(site, {
    name: 'Soil Science 101 Evening (copied from a course that was deleted since)',
    code: 'SOIL101-EVENING-2026-S2',
    term: second,
  })
  await copyCourse(site, { from: deleted, to })
  await deleteCourse(site.demoPeople.as(site.sandbox.people.administrator), deleted)
  const copy = await openCopy(site.demoPeople.as(site.sandbox.people.teacher), to)
  await rename(copy, 'Topic 3: Water in the ground', 'Topic 3: Water in the soil')
  await rename(copy, 'Land use advice', 'Client letter')
  await remove(copy, 'Revision')
  return { to, deleted }
}

/** Copied whole, then worked on before anybody thought of Collections; a template was copied in on top. */
export async function addMessyCopy(site: DemoSite, from: CourseId, semesters: Semesters): Promise<CourseId> {
  const name = 'Soil Science 101 (messy copy)'
  const to = await addCourse(site, { name, code: 'SOIL101-2026-S2-B', term: semesters.second })
  await copyCourse(site, { from, to })
  await copyCourse(site, { from: await addTemplate(site, semesters), to, isContentOnly: true })
  const copy = await openCopy(site.demoPeople.as(site.sandbox.people.teacher), to)
  await rename(copy, 'Topic 3: Water in the ground', 'Topic 3: Water in the soil')
  await rename(copy, 'Land use advice', 'Client letter')
  await makeAnew(copy, 'Topic 2: Texture & structure', 'Topic 2: Soil texture & structure')
  await remove(copy, 'Field day')
  await remove(copy, 'Revision')
  await add(copy, 'Guest lecture: peat', 5)
  return to
}

/** The institution's template: switched on once, never configured. */
async function addTemplate({ sandbox, demoPeople }: DemoSite, { first }: Semesters): Promise<CourseId> {
  const courseId = await addCourse({ sandbox, demoPeople }, { name: 'Course template', code: 'TEMPLATE', term: first })
  const canvas = demoPeople.as(sandbox.people.teacher)
  const blank = {
    VISIBILITY: 'teachers',
    DEFAULT_ACTIVE_COLLECTION: '',
    COLLECTIONS: {},
    COLLECTIONS_ORDER: [],
    MODULES: {},
  } as const
  const body = writeSavedPage(blank, { courseId, host: new URL(canvas.origin).host, savedAt: '1/12/2026, 8:30:00 AM' })
  await createPage(canvas, courseId, { title: COLLECTIONS_TITLE, body })
  const help = '<p>The help desk is open from 8 to 18.</p>'
  await createPage(canvas, courseId, { title: 'Technical help', body: help, isPublished: true })
  return courseId
}
