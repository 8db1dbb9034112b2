import type { CourseFacts, CourseModule, ImportFacts, ImportRights, TermFacts } from '@recourse/core'
import { getCourse, getCoursePermissions } from '../../courses.ts'
import { listModulesWithItems } from '../../modules.ts'
import type { Course } from '../../wire/course.ts'
import type { Module, ModuleWithItems } from '../../wire/module.ts'
import { readUnlessDenied, type Survey } from './survey.ts'

/** The course itself; `denied` and `missing` are thrown: without it there is nothing to say. */
export async function readCourse({ canvas, courseId, call }: Survey): Promise<CourseFacts> {
  const course = await getCourse(canvas, courseId, call)
  return {
    id: course.id,
    name: course.name,
    code: course.courseCode ?? course.name,
    published: course.workflowState === 'available' || course.workflowState === 'completed',
    startAt: course.startAt,
    term: toTerm(course),
  }
}

export function toTerm({ term }: Course): TermFacts | null {
  return term && { name: term.name, startAt: term.startAt, endAt: term.endAt }
}

/** Canvas split `manage_wiki` and `manage_files` into finer rights; installations have the one or the other. */
const WRITE_PAGES = ['manage_wiki_update', 'manage_wiki']
const ADD_FILES = ['manage_files_add', 'manage_files']
const NO_RIGHTS: ImportRights = { editPages: false, publishPages: false, addFiles: false }

export async function readRights(survey: Survey): Promise<ImportRights> {
  const { canvas, courseId, call } = survey
  return readUnlessDenied(survey, 'Canvas does not say what you may do in this course.', NO_RIGHTS, async () => {
    const held = await getCoursePermissions(canvas, courseId, [...WRITE_PAGES, ...ADD_FILES], call)
    const editPages = WRITE_PAGES.some(right => held[right] === true)
    // Canvas asks for no further right to publish a page (`WikiPage`, "publish_page").
    return { editPages, publishPages: editPages, addFiles: ADD_FILES.some(right => held[right] === true) }
  })
}

export async function readModules({ canvas, courseId, call }: Survey): Promise<readonly CourseModule[]> {
  return toCourseModules(await listModulesWithItems(canvas, courseId, call))
}

/** The modules, and whether there may be others; who may not edit and is shown none is not told. */
export async function readAllModules(
  survey: Survey,
  rights: Promise<ImportRights>,
): Promise<Pick<ImportFacts, 'modules' | 'mayLackModules'>> {
  const { canvas, courseId, call, unread } = survey
  const [modules, { editPages }] = await Promise.all([listModulesWithItems(canvas, courseId, call), rights])
  const mayLackModules = modules.length === 0 ? !editPages : mayLackSome(modules)
  if (mayLackModules) unread.add('There may be unpublished modules in this course that are not shown with your rights.')
  return { modules: toCourseModules(modules), mayLackModules }
}

/** Canvas says whether a module is published to those only who may change it; students see no others (canvas-api §2). */
export function mayLackSome(modules: readonly Pick<Module, 'isPublished'>[]): boolean {
  return modules.every(({ isPublished }) => isPublished === null)
}

export function toCourseModules(modules: readonly ModuleWithItems[]): readonly CourseModule[] {
  return modules.map((module, index) => ({
    id: module.id,
    name: module.name,
    position: index + 1,
    // Who may not edit sees only what is published, and is not told so.
    published: module.isPublished ?? true,
    unlockAt: module.unlockAt,
    items: module.items.map(({ id, title, contentDetails }) => ({ id, title, dueAt: contentDetails?.dueAt ?? null })),
  }))
}
