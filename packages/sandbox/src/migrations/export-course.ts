import { groupOf, groupsOf } from '../activities/assignment-groups.ts'
import { isGraded } from '../activities/graded.ts'
import { folderPath, foldersOf } from '../files/folders.ts'
import { filesOf } from '../files/store.ts'
import type { Activity, Course, Page, StoredFile } from '../model.ts'
import { isFrontPage } from '../pages/front-page.ts'
import type { World } from '../world.ts'
import type {
  CoursePackage,
  PackagedActivity,
  PackagedFile,
  PackagedFolder,
  PackagedGroup,
  PackagedPage,
  PackagedSettings,
} from './course-package.ts'
import { exportModules } from './export-modules.ts'
import { ACTIVITY_ASSET, type ToMigrationId } from './migration-id.ts'
import { type Collection, isChosen, type Selection, withChosen } from './selection.ts'

/** One course on its way into a package. */
export interface CourseExport {
  readonly world: World
  readonly source: Course
  readonly toKey: ToMigrationId
  /** Turns the links of a body into tokens. */
  readonly toTokens: (html: string) => string
}

/** Everything chosen of a course as it is now; later changes of the course do not reach the package. */
export function exportCourse(context: CourseExport, asked: Selection): CoursePackage {
  const selection = withModuleContent(context, asked)
  const pages = exportPages(context, selection)
  const activities = exportActivities(context, selection)
  const syllabusBody = selection.takesSyllabus ? tokensOf(context, context.source.syllabusBody) : null
  const referenced = filesNamedIn([...pages, ...activities].map(row => row.body).concat(syllabusBody))
  return {
    sourceCourseId: context.source.id,
    settings: selection.takesSettings ? exportSettings(context) : null,
    syllabusBody,
    folders: selection.isEverything ? exportFolders(context) : [],
    files: exportFiles(context, withChosen(selection, 'attachments', referenced)),
    pages,
    activities,
    assignmentGroups: exportGroups(context, selection, activities),
    modules: exportModules(context, selection),
    warnings: [],
  }
}

/** A chosen module takes along what its items show. */
function withModuleContent(context: CourseExport, selection: Selection): Selection {
  if (selection.isEverything) return selection
  const { world, source, toKey } = context
  let result = selection
  for (const item of world.rows.moduleItems.values()) {
    if (item.courseId !== source.id || item.state === 'deleted' || item.contentId === null) continue
    const isTaken =
      isChosen(selection, 'context_modules', toKey('context_module', item.moduleId)) ||
      isChosen(selection, 'content_tags', toKey('content_tag', item.id))
    const content = CONTENT[item.type]
    if (isTaken && content) result = withChosen(result, content[0], [toKey(content[1], item.contentId)])
  }
  return result
}

const CONTENT = {
  Page: ['wiki_pages', 'wiki_page'],
  File: ['attachments', 'attachment'],
  Assignment: ['assignments', 'assignment'],
  Quiz: ['quizzes', 'quizzes:quiz'],
  Discussion: ['discussion_topics', 'discussion_topic'],
  SubHeader: undefined,
  ExternalUrl: undefined,
  ExternalTool: undefined,
} as const

function tokensOf({ toTokens }: CourseExport, html: string | null): string | null {
  return html === null ? null : toTokens(html)
}

const FILE_REFERENCE = /(?:\$|%24)CANVAS_COURSE_REFERENCE(?:\$|%24)\/file_ref\/(\w+)/g

/** Files that chosen bodies show travel with them. */
function filesNamedIn(bodies: readonly (string | null)[]): string[] {
  return bodies.flatMap(body => Array.from((body ?? '').matchAll(FILE_REFERENCE), match => match[1] ?? ''))
}

function exportPages(context: CourseExport, selection: Selection): PackagedPage[] {
  const { world, source, toKey } = context
  return [...world.rows.pages.values()]
    .filter(page => page.courseId === source.id && page.state !== 'deleted')
    .filter(page => isChosen(selection, 'wiki_pages', toKey('wiki_page', page.id)))
    .map(page => exportPage(context, page))
}

function exportPage(context: CourseExport, page: Page): PackagedPage {
  const { title, editingRoles, todoDate, publishAt, url } = page
  return {
    migrationId: context.toKey('wiki_page', page.id),
    ...{ title, editingRoles, todoDate, publishAt, url },
    body: tokensOf(context, page.body),
    isPublished: page.state === 'active',
    isFrontPage: isFrontPage(page, context.source),
  }
}

const COLLECTION_OF = {
  assignment: 'assignments',
  quiz: 'quizzes',
  discussion_topic: 'discussion_topics',
  announcement: 'announcements',
} as const satisfies Record<Activity['kind'], Collection>

function exportActivities(context: CourseExport, selection: Selection): PackagedActivity[] {
  const { world, source, toKey } = context
  return [...world.rows.activities.values()]
    .filter(row => row.courseId === source.id && row.state !== 'deleted')
    .map(row => ({ row, migrationId: toKey(ACTIVITY_ASSET[row.kind], row.id) }))
    .filter(({ row, migrationId }) => isChosen(selection, COLLECTION_OF[row.kind], migrationId))
    .map(({ row, migrationId }) => exportActivity(context, row, migrationId))
}

function exportActivity(context: CourseExport, row: Activity, migrationId: string): PackagedActivity {
  const { kind, title, dueAt, unlockAt, lockAt, pointsPossible, questions } = row
  return {
    ...{ kind, title, dueAt, unlockAt, lockAt, pointsPossible, questions, migrationId },
    body: tokensOf(context, row.body),
    isPublished: row.state === 'active',
    groupMigrationId: isGraded(row) ? context.toKey('assignment_group', groupOf(context.world, row).id) : null,
    settings: structuredClone(row.settings),
    assignment: row.assignment && {
      migrationId: context.toKey('assignment', row.assignment.id),
      settings: structuredClone(row.assignment.settings),
    },
  }
}

/** All of a whole course, else those of what is chosen (canvas-lms assignment_group_importer.rb). */
function exportGroups(
  { world, source, toKey }: CourseExport,
  { isEverything }: Selection,
  activities: readonly PackagedActivity[],
): PackagedGroup[] {
  const needed = new Set(activities.map(({ groupMigrationId }) => groupMigrationId))
  return groupsOf(world, source.id)
    .map(group => ({ group, migrationId: toKey('assignment_group', group.id) }))
    .filter(({ migrationId }) => isEverything || needed.has(migrationId))
    .map(({ group: { name, position, weight, rules }, migrationId }) => ({
      ...{ migrationId, name, position, weight },
      dropLowest: rules.drop_lowest ?? null,
      dropHighest: rules.drop_highest ?? null,
      neverDrop: (rules.never_drop ?? []).map(id => toKey('assignment', id)),
    }))
}

function exportFolders({ world, source }: CourseExport): PackagedFolder[] {
  return foldersOf(world, source.id).map(({ locked, hidden, lockAt, unlockAt, ...folder }) => ({
    ...{ locked, hidden, lockAt, unlockAt },
    path: folderPath(world, { locked, hidden, lockAt, unlockAt, ...folder }),
  }))
}

function exportFiles(context: CourseExport, selection: Selection): PackagedFile[] {
  const { world, source, toKey } = context
  const chosenFolders = new Set(
    foldersOf(world, source.id)
      .filter(folder => isChosen(selection, 'folders', toKey('folder', folder.id)))
      .map(folder => folder.id),
  )
  return filesOf(world, source.id)
    .filter(
      file => chosenFolders.has(file.folderId) || isChosen(selection, 'attachments', toKey('attachment', file.id)),
    )
    .map(file => exportFile(context, file))
}

/** The file's chain of copies is marked at its first copying (`ClonedItem`), in the source too. */
function exportFile({ world, toKey }: CourseExport, file: StoredFile): PackagedFile {
  file.clonedItemId ??= file.id
  const folder = world.rows.folders.get(file.folderId)
  const { displayName, contentType, bytes, usageRights, locked, hidden, lockAt, unlockAt, clonedItemId } = file
  return {
    ...{ displayName, contentType, bytes, usageRights, locked, hidden, lockAt, unlockAt, clonedItemId },
    migrationId: toKey('attachment', file.id),
    folderPath: folder ? folderPath(world, folder) : [],
  }
}

/** Not copied: what names or places this very course. */
const OWN_SETTINGS = new Set([
  'image_id',
  'image_url',
  'storage_quota_mb',
  'template',
  'integration_id',
  'friendly_name',
  'homeroom_course',
])

function exportSettings({ world, source, toKey }: CourseExport): PackagedSettings {
  const { defaultView, isPublic, license, restrictEnrollmentsToCourseDates, timeZone } = source
  const image = world.rows.files.get(Number(source.settings.image_id))
  const settings = Object.fromEntries(Object.entries(source.settings).filter(([name]) => !OWN_SETTINGS.has(name)))
  const imageUrl = source.settings.image_url
  return {
    ...{ defaultView, isPublic, license, restrictEnrollmentsToCourseDates, timeZone },
    settings: structuredClone(imageUrl === undefined ? settings : { ...settings, image_url: imageUrl }),
    imageMigrationId: image ? toKey('attachment', image.id) : null,
  }
}
