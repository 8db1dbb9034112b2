import type { Element } from 'xast'
import { activityOf, settingsOf } from './activity-settings.ts'
import type { Archive } from './archive.ts'
import { withAttachments } from './attachments.ts'
import type { CartridgeActivity } from './cartridge-course.ts'
import { filesOf, type Manifest, type Resource } from './manifest.ts'
import { readQuiz } from './quizzes.ts'
import { attributeOf, childNamed, descendantsNamed, textAt, textOf } from './xml.ts'

/** Assignments, discussions, announcements and quizzes, in the order of the manifest. */
export function readActivities(archive: Archive, manifest: Manifest): CartridgeActivity[] {
  const byIdentifier = new Map<string, CartridgeActivity>()
  for (const resource of manifest.resources) {
    const read = readActivity(archive, manifest, resource)
    if (read === undefined) continue
    const activity = { ...read, title: read.title || (manifest.titles.get(resource.identifier) ?? '') }
    const earlier = byIdentifier.get(activity.identifier)
    if (earlier) archive.leaveOut(doubled(earlier, resource.type))
    byIdentifier.set(activity.identifier, activity)
  }
  return [...byIdentifier.values()]
}

function doubled({ identifier, href, title }: CartridgeActivity, type: string) {
  return { identifier, type, href, why: `“${title}” has the identifier of a later resource, which takes its place.` }
}

function readActivity(archive: Archive, manifest: Manifest, resource: Resource): CartridgeActivity | undefined {
  const { type } = resource
  if (/^imsdt_/.test(type)) return readTopic(archive, manifest, resource)
  if (/^assignment_xmlv/.test(type)) return readAssignment(archive, manifest, resource)
  if (/^imsqti_.*\/assessment$/.test(type)) return readQuiz(archive, manifest, resource)
  if (type.endsWith('learning-application-resource')) return readCanvasAssignment(archive, resource)
  return undefined
}

/** Canvas's own form: settings in one file, the description in another. */
function readCanvasAssignment(archive: Archive, resource: Resource): CartridgeActivity | undefined {
  const meta = resource.files.find(name => name.endsWith('assignment_settings.xml'))
  const root = meta === undefined ? undefined : archive.tryXml(meta)
  const assignment = root && childNamed(root, 'assignment')
  if (assignment === undefined) return undefined
  const html = resource.files.find(name => /\.html?$/i.test(name))
  const page = html === undefined ? undefined : archive.readHtml(html)
  return activityOf('assignment', assignment, {
    identifier: attributeOf(assignment, 'identifier') ?? resource.identifier,
    title: textAt(assignment, 'title') ?? page?.title ?? '',
    href: html ?? meta ?? '',
    body: page?.body ?? null,
  })
}

/** The form of CC 1.3; what Canvas adds is in its extensions. */
function readAssignment(archive: Archive, manifest: Manifest, resource: Resource): CartridgeActivity | undefined {
  const root = resource.href === null ? undefined : archive.tryXml(resource.href)
  const assignment = root && childNamed(root, 'assignment')
  if (assignment === undefined) return undefined
  const extension = childNamed(childNamed(assignment, 'extensions'), 'assignment')
  const activity = activityOf('assignment', extension, {
    identifier: resource.identifier,
    title: textAt(assignment, 'title') ?? '',
    href: resource.href ?? '',
    body: bodyOf(assignment),
  })
  const points = Number(attributeOf(childNamed(assignment, 'gradable'), 'points_possible') ?? Number.NaN)
  return {
    ...(manifest.isCanvasExport ? activity : withAttachments(archive, activity, assignment, resource)),
    isPublished: activity.isPublished && !resource.isForInstructors,
    pointsPossible: activity.pointsPossible ?? (Number.isFinite(points) ? points : null),
  }
}

function bodyOf(parent: Element): string | null {
  const text = childNamed(parent, 'text')
  return text === undefined ? null : textOf(text)
}

/** A topic; with Canvas's metadata beside it also its type, state and dates. */
function readTopic(archive: Archive, manifest: Manifest, resource: Resource): CartridgeActivity | undefined {
  const [main, ...others] = filesOf(resource, manifest)
  const root = main === undefined ? undefined : archive.tryXml(main)
  const topic = root && childNamed(root, 'topic')
  if (topic === undefined) return undefined
  const meta = others.map(name => readTopicMeta(archive, name)).find(found => found !== undefined)
  const kind = textAt(meta, 'type') === 'announcement' ? 'announcement' : 'discussion_topic'
  const settings = settingsOf(meta, descendantsNamed(meta, 'assignment')[0])
  const activity = activityOf(kind, meta, {
    identifier: textAt(meta, 'topic_id') ?? resource.identifier,
    title: textAt(meta, 'title') ?? textAt(topic, 'title') ?? '',
    href: main ?? '',
    body: bodyOf(topic),
  })
  const attached = manifest.isCanvasExport ? activity : withAttachments(archive, activity, topic, resource)
  return { ...attached, settings }
}

function readTopicMeta(archive: Archive, name: string): Element | undefined {
  const root = name.endsWith('.xml') ? archive.tryXml(name) : undefined
  return root && childNamed(root, 'topicMeta')
}
