import { writeTabConfiguration } from '../courses/tab-configuration.ts'
import { canvasDocument, element, imsDate, textElement } from './cartridge-xml.ts'
import type {
  CoursePackage,
  PackagedFile,
  PackagedFolder,
  PackagedGroup,
  PackagedItem,
  PackagedModule,
} from './course-package.ts'

/** What the package says of the course itself, besides its content. */
export interface CourseHead {
  readonly identifier: string
  readonly courseId: number
  readonly title: string
  readonly courseCode: string
  readonly startAt: string | null
  readonly endAt: string | null
  readonly accountId: number
  /** `https://canvas.test`: by its domain the same Canvas knows its own course again. */
  readonly origin: string
}

/** `course_settings/` of an export (canvas-api §7.2), by file name. */
export function courseSettingsFiles(head: CourseHead, content: CoursePackage): [string, string][] {
  const files: [string, string][] = [
    ['course_settings.xml', courseSettings(head, content)],
    ['module_meta.xml', canvasDocument('modules', modulesXml(content))],
    ['assignment_groups.xml', canvasDocument('assignmentGroups', content.assignmentGroups.map(groupXml).join(''))],
    ['files_meta.xml', canvasDocument('fileMeta', filesMeta(content))],
    ['media_tracks.xml', canvasDocument('media_tracks', '')],
    ['context.xml', canvasDocument('context_info', contextInfo(head))],
    ['canvas_export.txt', EXPORT_MARK],
  ]
  const syllabus = content.syllabusBody
  return syllabus === null ? files : [['syllabus.html', syllabusPage(syllabus)], ...files]
}

const EXPORT_MARK =
  'Q: What did the panda say when he was forced out of his natural habitat?\nA: This is un-BEAR-able\n'

function syllabusPage(body: string): string {
  const head = '<meta http-equiv="Content-Type" content="text/html; charset=utf-8"/>\n<title>Syllabus</title>\n'
  return `<html>\n<head>\n${head}</head>\n<body>\n${body}\n</body>\n</html>`
}

function courseSettings(head: CourseHead, { settings }: CoursePackage): string {
  const own = [
    textElement('title', head.title),
    textElement('course_code', head.courseCode),
    textElement('start_at', imsDate(head.startAt)),
    textElement('conclude_at', imsDate(head.endAt)),
  ]
  const shared = settings && [
    textElement('is_public', settings.isPublic),
    textElement('default_view', settings.defaultView),
    textElement('license', settings.license),
    textElement('restrict_enrollments_to_course_dates', settings.restrictEnrollmentsToCourseDates),
    textElement('time_zone', settings.timeZone),
    textElement('image_identifier_ref', settings.imageMigrationId),
    textElement('tab_configuration', writeTabConfiguration(settings.settings)),
    ...Object.entries(settings.settings).map(([name, value]) => plainSetting(name, value)),
  ]
  return canvasDocument('course', [...own, ...(shared ?? [])].join(''), head.identifier)
}

function plainSetting(name: string, value: unknown): string {
  const isPlain = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
  return isPlain && /^[a-z_]+$/.test(name) ? textElement(name, value) : ''
}

function contextInfo(head: CourseHead): string {
  return [
    textElement('course_id', head.courseId),
    textElement('course_name', head.title),
    textElement('root_account_id', head.accountId),
    textElement('canvas_domain', new URL(head.origin).host),
  ].join('')
}

function groupXml(group: PackagedGroup): string {
  const rule = (type: string, inner: string) => element('rule', textElement('drop_type', type) + inner)
  const counted = (type: string, count: number | null) =>
    count === null ? '' : rule(type, textElement('drop_count', count))
  const rules = [
    counted('drop_lowest', group.dropLowest),
    counted('drop_highest', group.dropHighest),
    ...group.neverDrop.map(id => rule('never_drop', textElement('identifierref', id))),
  ].join('')
  const children = [
    textElement('title', group.name),
    textElement('position', group.position),
    textElement('group_weight', group.weight),
    rules === '' ? '' : element('rules', rules),
  ]
  return element('assignmentGroup', children.join(''), { identifier: group.migrationId })
}

function modulesXml({ modules }: CoursePackage): string {
  const titles = new Map(modules.map(module => [module.migrationId, module.name]))
  return modules.map(module => moduleXml(module, titles)).join('')
}

function moduleXml(module: PackagedModule, titles: ReadonlyMap<string, string>): string {
  const prerequisites = module.prerequisiteMigrationIds.map(id =>
    element('prerequisite', textElement('title', titles.get(id)) + textElement('identifierref', id), {
      type: 'context_module',
    }),
  )
  const children = [
    textElement('title', module.name),
    textElement('workflow_state', module.isPublished ? 'active' : 'unpublished'),
    textElement('position', module.position),
    textElement('unlock_at', imsDate(module.unlockAt)),
    textElement('require_sequential_progress', module.requireSequentialProgress),
    textElement('requirement_count', module.requirementCount),
    textElement('locked', false),
    prerequisites.length > 0 ? element('prerequisites', prerequisites.join('')) : '',
    element('items', module.items.map(itemXml).join('')),
    requirementsXml(module.items),
  ]
  return element('module', children.join(''), { identifier: module.migrationId })
}

const CONTENT_TYPE = {
  Page: 'WikiPage',
  File: 'Attachment',
  Assignment: 'Assignment',
  Discussion: 'DiscussionTopic',
  Quiz: 'Quizzes::Quiz',
  SubHeader: 'ContextModuleSubHeader',
  ExternalUrl: 'ExternalUrl',
  ExternalTool: 'ContextExternalTool',
} as const satisfies Record<PackagedItem['type'], string>

function itemXml(item: PackagedItem): string {
  const children = [
    textElement('content_type', CONTENT_TYPE[item.type]),
    textElement('workflow_state', item.isPublished ? 'active' : 'unpublished'),
    textElement('title', item.title),
    item.type === 'SubHeader' ? '' : textElement('identifierref', item.contentMigrationId ?? item.migrationId),
    textElement('url', item.externalUrl),
    textElement('position', item.position),
    textElement('new_tab', item.newTab),
    textElement('indent', item.indent),
  ]
  return element('item', children.join(''), { identifier: item.migrationId })
}

function requirementsXml(items: readonly PackagedItem[]): string {
  const written = items.flatMap(({ completionRequirement, migrationId }) => {
    if (!completionRequirement) return []
    const { type, minScore } = completionRequirement
    const children = textElement('min_score', minScore) + textElement('identifierref', migrationId)
    return [element('completionRequirement', children, { type })]
  })
  return written.length > 0 ? element('completionRequirements', written.join('')) : ''
}

/** Only what is restricted, renamed or licensed stands here; the manifest lists all files. */
function filesMeta({ folders, files }: CoursePackage): string {
  const restricted = folders.filter(folder => folder.path.length > 0 && isRestricted(folder))
  const noted = files.filter(file => isRestricted(file) || file.usageRights !== null)
  return [
    restricted.length > 0 ? element('folders', restricted.map(folderXml).join('')) : '',
    noted.length > 0 ? element('files', noted.map(fileXml).join('')) : '',
  ].join('')
}

function isRestricted(row: PackagedFolder | PackagedFile): boolean {
  return row.locked || row.hidden || row.lockAt !== null || row.unlockAt !== null
}

function restrictionXml(row: PackagedFolder | PackagedFile): string {
  return [
    row.locked ? textElement('locked', true) : '',
    row.hidden ? textElement('hidden', true) : '',
    textElement('lock_at', imsDate(row.lockAt)),
    textElement('unlock_at', imsDate(row.unlockAt)),
  ].join('')
}

function folderXml(folder: PackagedFolder): string {
  return element('folder', restrictionXml(folder), { path: folder.path.join('/') })
}

function fileXml(file: PackagedFile): string {
  const rights = file.usageRights
  const usage = rights
    ? element(
        'usage_rights',
        textElement('legal_copyright', rights.legalCopyright) + textElement('license', rights.license),
        { use_justification: rights.useJustification },
      )
    : ''
  return element('file', restrictionXml(file) + usage, { identifier: file.migrationId })
}
