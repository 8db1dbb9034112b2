import type { CourseId } from '@recourse/core'
import type { Sandbox } from '../sandbox.ts'
import { addChain, addCleanCopy, addCopyByNames, addMessyCopy } from './copies.ts'
import type { DemoSite } from './demo-course.ts'
import { createDemoPeople } from './demo-people.ts'
import { changeLater } from './later-changes.ts'
import { createSemesters } from './semesters.ts'
import { addSoilCourse } from './soil-course.ts'

export interface DemoCourse {
  readonly id: number
  readonly name: string
  /** The course it was copied from, deleted or not; `null` for an original. */
  readonly copiedFrom: number | null
}

/** The courses of the demo, by what they show; ids as Canvas's JSON has them. */
export interface DemoSummary {
  readonly source: DemoCourse
  readonly clean: DemoCourse
  readonly messy: DemoCourse
  /** Copied from the source; Collections were never imported into it. */
  readonly middle: DemoCourse
  /** Copied from the middle. */
  readonly chained: DemoCourse
  /** Copied from a copy that was deleted since. */
  readonly byNames: DemoCourse
  /** Where a picture of the source and of the messy copy lives. */
  readonly library: DemoCourse
}

/**
 * Fills a sandbox with a course of last semester and copies of it, made by the sandbox's own API as teachers make them.
 * Addresses in it name the sandbox's origin: call it when that is known. Everybody but the stranger is in every course.
 */
export async function createDemo(sandbox: Sandbox): Promise<DemoSummary> {
  const demoPeople = createDemoPeople(sandbox)
  try {
    return await makeCourses({ sandbox, demoPeople })
  } finally {
    demoPeople.signOut()
  }
}

/** In the order in which it would have happened: what is copied early does not know the source's later changes. */
async function makeCourses(site: DemoSite): Promise<DemoSummary> {
  const semesters = createSemesters(site.sandbox.world)
  const soil = await addSoilCourse(site, semesters)
  const source = soil.courseId
  const clean = await addCleanCopy(site, source, semesters)
  const [middle, chained] = await addChain(site, source, semesters)
  const byNames = await addCopyByNames(site, source, semesters)
  const library = await changeLater(site, soil, semesters)
  const messy = await addMessyCopy(site, source, semesters)
  const course = (id: CourseId, copiedFrom: CourseId | null = null) => describe(site.sandbox, id, copiedFrom)
  return {
    source: course(source),
    clean: course(clean, source),
    messy: course(messy, source),
    middle: course(middle, source),
    chained: course(chained, middle),
    byNames: course(byNames.to, byNames.deleted),
    library: course(library),
  }
}

function describe({ world }: Sandbox, id: CourseId, copiedFrom: CourseId | null): DemoCourse {
  const name = world.rows.courses.get(Number(id))?.name ?? ''
  return { id: Number(id), name, copiedFrom: copiedFrom === null ? null : Number(copiedFrom) }
}
