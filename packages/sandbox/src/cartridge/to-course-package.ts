import type { CartridgeActivity, CartridgeCourse, CartridgeFile, CartridgePage } from '@recourse/core/cartridge'
import { readPackagedPlain } from '../activities/activity-fields.ts'
import { isGradedQuiz } from '../activities/graded.ts'
import { contentTypeOf } from '../files/content-type.ts'
import { toSlug } from '../html/slug.ts'
import type { CoursePackage, PackagedActivity, PackagedFile, PackagedPage } from '../migrations/course-package.ts'
import { fileKey } from './file-key.ts'
import { packageModules } from './package-modules.ts'
import { packageSettings } from './package-settings.ts'
import { createRelink, type Relink } from './relink.ts'

/** What the package takes from outside the course model. */
export interface PackageContext {
  readonly files: ReadonlyMap<string, Uint8Array>
  /** Host name of this Canvas: an export made here knows its source course. */
  readonly hostName: string
}

/** A cartridge's course in the form that every import is carried out in. */
export function toCoursePackage(course: CartridgeCourse, context: PackageContext): CoursePackage {
  const relink: Relink = course.isCanvasExport ? html => html : createRelink(course)
  return {
    sourceCourseId: sourceCourseId(course, context),
    settings: packageSettings(course),
    syllabusBody: course.syllabusBody,
    folders: course.folders.map(folder => ({ ...folder, path: folder.path.split('/').filter(Boolean) })),
    files: course.files.map(file => packageFile(file, context)),
    pages: course.pages.filter(hasName).map(page => packagePage(page, course, relink)),
    activities: course.activities.map(activity => packageActivity(activity, relink)),
    assignmentGroups: course.assignmentGroups.map(({ identifier, title, ...group }) => ({
      ...group,
      migrationId: identifier,
      name: title,
    })),
    modules: packageModules(course),
    warnings: warningsOf(course),
  }
}

function sourceCourseId({ source }: CartridgeCourse, { hostName }: PackageContext): number | null {
  const isHere = source?.canvasDomain?.replace(/:\d+$/, '').toLowerCase() === hostName.toLowerCase()
  const id = Number(source?.courseId ?? Number.NaN)
  return isHere && Number.isSafeInteger(id) ? id : null
}

function packageFile(file: CartridgeFile, { files }: PackageContext): PackagedFile {
  const { identifier, href, path, displayName, locked, hidden, lockAt, unlockAt, usageRights } = file
  return {
    ...{ displayName, locked, hidden, lockAt, unlockAt, usageRights },
    migrationId: fileKey(identifier),
    clonedItemId: null,
    contentType: contentTypeOf(displayName),
    bytes: files.get(href) ?? new Uint8Array(),
    folderPath: path.split('/').slice(0, -1),
    linkPath: path,
  }
}

/** Canvas refuses a title without a letter or number. */
function hasName(page: CartridgePage): boolean {
  return toSlug(page.title) !== ''
}

function packagePage(page: CartridgePage, course: CartridgeCourse, relink: Relink): PackagedPage {
  const { identifier, title, href, slug, body, isPublished, isFrontPage, editingRoles, todoDate, publishAt } = page
  return {
    ...{ title, isPublished, isFrontPage, todoDate, publishAt },
    migrationId: identifier,
    url: (course.isCanvasExport && slug) || toSlug(title),
    body: relink(body, href),
    editingRoles: editingRoles ?? 'teachers',
  }
}

function packageActivity(activity: CartridgeActivity, relink: Relink): PackagedActivity {
  const { kind, identifier, title, href, body, isPublished, dueAt, unlockAt, lockAt, pointsPossible } = activity
  const { settings, questions } = activity
  return {
    ...{ kind, title, isPublished, dueAt, unlockAt, lockAt, pointsPossible },
    migrationId: identifier,
    body: body === null ? null : relink(body, href),
    groupMigrationId: settings.get('assignment_group_identifierref') ?? null,
    settings: readPackagedPlain(kind, settings),
    assignment: packageAssignment(activity),
    questions,
  }
}

/** A quiz counts by its type, whether or not the package has an assignment for it. */
function packageAssignment({ kind, settings, assignment }: CartridgeActivity): PackagedActivity['assignment'] {
  const counts = kind === 'quiz' ? isGradedQuiz(readPackagedPlain(kind, settings)) : assignment !== null
  if (!counts || kind === 'assignment') return null
  return {
    migrationId: assignment?.identifier ?? null,
    settings: readPackagedPlain('assignment', assignment?.settings ?? new Map()),
  }
}

/** What Canvas would carry over and the sandbox has no rows for is not worth a warning; the rest is. */
function warningsOf(course: CartridgeCourse): string[] {
  const refused = course.pages.filter(page => !hasName(page)).map(page => `Import Error: Wiki Page - "${page.title}"`)
  const lost = course.leftOut
    .filter(({ href }) => !href?.startsWith('course_settings/'))
    .map(({ identifier, href, why }) => `Could not be imported: ${href ?? identifier}. ${why}`)
  return [...refused, ...lost, ...emptyItems(course)]
}

/** Items whose content the package does not hold: an import leaves them out (canvas-api §3.4). */
function emptyItems({ modules, pages, files, activities }: CartridgeCourse): string[] {
  const held = new Set([...pages, ...files, ...activities].map(row => row.identifier))
  return modules
    .flatMap(module => module.items)
    .filter(({ type, contentIdentifier }) => showsContent.has(type) && !held.has(contentIdentifier ?? ''))
    .map(({ title }) => `Import Error: Module Item - "${title.slice(0, 150)}"`)
}

const showsContent: ReadonlySet<string> = new Set(['Page', 'File', 'Assignment', 'Discussion', 'Quiz'])
