import { toXml } from 'xast-util-to-xml'
import { escapeAttribute, escapeText } from '../html/serialize.ts'
import { canvasDocument, DECLARATION, element, escapeXml, imsDate, textElement } from './cartridge-xml.ts'
import type { PackagedActivity, PackagedItem, PackagedPage } from './course-package.ts'

/** A thing of the package: its entry in the manifest, and its files by path. */
export interface Resource {
  readonly identifier: string
  readonly type: string
  readonly href: string | null
  readonly dependency?: string
  readonly files: readonly (readonly [path: string, content: string])[]
}

const LEARNING_APPLICATION = 'associatedcontent/imscc_xmlv1p1/learning-application-resource'

/** `wiki_content/<slug>.html` with Canvas's `meta` fields; empty ones are left out. */
export function pageResource(page: PackagedPage): Resource {
  const path = `wiki_content/${page.url}.html`
  const fields: Record<string, string | null> = {
    identifier: page.migrationId,
    editing_roles: page.editingRoles,
    workflow_state: page.isPublished ? 'active' : 'unpublished',
    front_page: page.isFrontPage ? 'true' : null,
    todo_date: imsDate(page.todoDate),
    publish_at: imsDate(page.publishAt),
  }
  const html = htmlPage(page.title, page.body ?? '', fields)
  return { identifier: page.migrationId, type: 'webcontent', href: path, files: [[path, html]] }
}

function htmlPage(title: string, body: string, fields: Readonly<Record<string, string | null>>): string {
  const metas = Object.entries(fields).map(([name, content]) =>
    content === null ? '' : `<meta name="${name}" content="${escapeAttribute(content)}"/>\n`,
  )
  const head = `<meta http-equiv="Content-Type" content="text/html; charset=utf-8"/>\n<title>${escapeText(title)}</title>\n${metas.join('')}`
  return `<html>\n<head>\n${head}</head>\n<body>\n${body}\n</body>\n</html>`
}

/** Assignments, quizzes, discussions and announcements, each in the form Canvas gives them. */
export function activityResources(activity: PackagedActivity): Resource[] {
  switch (activity.kind) {
    case 'assignment':
      return [assignmentResource(activity)]
    case 'quiz':
      return quizResources(activity)
    case 'discussion_topic':
    case 'announcement':
      return topicResources(activity)
    default:
      return activity.kind satisfies never
  }
}

function assignmentResource(activity: PackagedActivity): Resource {
  const folder = activity.migrationId
  const href = `${folder}/assignment.html`
  const settings = canvasDocument('assignment', assignmentFields(activity), activity.migrationId)
  return {
    identifier: activity.migrationId,
    type: LEARNING_APPLICATION,
    href,
    files: [
      [href, htmlPage(`Assignment: ${activity.title}`, activity.body ?? '', {})],
      [`${folder}/assignment_settings.xml`, settings],
    ],
  }
}

function assignmentFields(activity: PackagedActivity): string {
  return [
    textElement('title', activity.title),
    datesXml(activity),
    textElement('workflow_state', activity.isPublished ? 'published' : 'unpublished'),
    textElement('points_possible', activity.pointsPossible),
    textElement('assignment_group_identifierref', activity.groupMigrationId),
    settingsXml(activity, { submission_types: ['none'] }),
  ].join('')
}

/** The assignment of a quiz or discussion that counts, in the metadata of that. */
function gradingXml(activity: PackagedActivity, submissionType: string): string {
  const { assignment } = activity
  if (assignment === null) return ''
  const fields = assignmentFields({
    ...activity,
    settings: { ...assignment.settings, submission_types: submissionType },
  })
  return element('assignment', fields, { identifier: assignment.migrationId ?? '' })
}

/** What is kept as it came, lists with commas, as `readPackagedPlain` reads it. */
function settingsXml({ settings }: PackagedActivity, supplied: Readonly<Record<string, unknown>>): string {
  return Object.entries({ ...supplied, ...settings })
    .map(([name, value]) => (value === null ? '' : textElement(name, String(value))))
    .join('')
}

function datesXml(activity: PackagedActivity): string {
  return [
    textElement('due_at', imsDate(activity.dueAt)),
    textElement('lock_at', imsDate(activity.lockAt)),
    textElement('unlock_at', imsDate(activity.unlockAt)),
  ].join('')
}

function quizResources(activity: PackagedActivity): Resource[] {
  const { migrationId, title, body } = activity
  const metaId = `${migrationId}_meta`
  const metaPath = `${migrationId}/assessment_meta.xml`
  const qtiPath = `${migrationId}/assessment_qti.xml`
  const fields = [
    textElement('title', title),
    textElement('description', body ?? ''),
    settingsXml(activity, { quiz_type: 'assignment' }),
    datesXml(activity),
    textElement('points_possible', activity.pointsPossible),
    textElement('assignment_group_identifierref', activity.groupMigrationId),
    textElement('available', activity.isPublished),
    gradingXml(activity, 'online_quiz'),
  ]
  return [
    {
      identifier: migrationId,
      type: 'imsqti_xmlv1p2/imscc_xmlv1p1/assessment',
      href: null,
      dependency: metaId,
      files: [[qtiPath, assessment(activity)]],
    },
    {
      identifier: metaId,
      type: LEARNING_APPLICATION,
      href: metaPath,
      files: [[metaPath, canvasDocument('quiz', fields.join(''), migrationId)]],
    },
  ]
}

function assessment({ migrationId, title, questions }: PackagedActivity): string {
  const items = questions.map(({ raw }) => toXml(raw)).join('')
  const section = element('section', items, { ident: 'root_section' })
  const content = element('assessment', section, { ident: migrationId, title })
  return `${DECLARATION}${element('questestinterop', content, { xmlns: 'http://www.imsglobal.org/xsd/ims_qtiasiv1p2' })}`
}

function topicResources(activity: PackagedActivity): Resource[] {
  const { migrationId, title } = activity
  const metaId = `${migrationId}_meta`
  const topic = textElement('title', title) + element('text', escapeXml(activity.body ?? ''), { texttype: 'text/html' })
  const meta = [
    textElement('topic_id', migrationId),
    textElement('title', title),
    textElement('type', activity.kind === 'announcement' ? 'announcement' : 'topic'),
    textElement('workflow_state', activity.isPublished ? 'active' : 'unpublished'),
    textElement('delayed_post_at', imsDate(activity.unlockAt)),
    textElement('lock_at', imsDate(activity.lockAt)),
    settingsXml(activity, {}),
    gradingXml(activity, 'discussion_topic'),
  ]
  const xmlns = 'http://www.imsglobal.org/xsd/imsccv1p1/imsdt_v1p1'
  return [
    {
      identifier: migrationId,
      type: 'imsdt_xmlv1p1',
      href: null,
      dependency: metaId,
      files: [[`${migrationId}.xml`, DECLARATION + element('topic', topic, { xmlns })]],
    },
    {
      identifier: metaId,
      type: LEARNING_APPLICATION,
      href: `${metaId}.xml`,
      files: [[`${metaId}.xml`, canvasDocument('topicMeta', meta.join(''), metaId)]],
    },
  ]
}

/** A link out of a module. */
export function webLinkResource(item: PackagedItem): Resource {
  const content = textElement('title', item.title) + element('url', '', { href: item.externalUrl ?? '' })
  const xmlns = 'http://www.imsglobal.org/xsd/imsccv1p1/imswl_v1p1'
  const path = `${item.migrationId}.xml`
  return {
    identifier: item.migrationId,
    type: 'imswl_xmlv1p1',
    href: null,
    files: [[path, DECLARATION + element('webLink', content, { xmlns })]],
  }
}
