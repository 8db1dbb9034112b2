import { type CourseId, toCourseId } from '../../ids.ts'

/** What a link points to, by the word in its path; `course` is the course itself or a page that needs no id. */
export type LinkKind =
  | 'file'
  | 'page'
  | 'module'
  | 'module-item'
  | 'assignment'
  | 'quiz'
  | 'discussion-topic'
  | 'course'

export interface CanvasLink {
  /** `https://canvas.example.edu`; `''` for a root-relative link. */
  readonly origin: string
  /** `null` for a bare `/files/N`. */
  readonly courseId: CourseId | null
  readonly kind: LinkKind
  /** Id, or slug of a page; `''` for the course itself. */
  readonly ref: string
  /** What follows the reference: `/download?wrap=1#top`, without per-person parameters. */
  readonly rest: string
}

/** A link of the source course that Canvas's exporter turned into a token and never turned back (canvas-api §3.2). */
export interface LeakedToken {
  readonly kind: LinkKind
  /** `i` or `g` and 32 hex digits, `''` for the course itself. */
  readonly migrationId: string
  readonly rest: string
}

const kindOfWord: ReadonlyMap<string, LinkKind> = new Map([
  ['files', 'file'],
  ['pages', 'page'],
  ['wiki', 'page'],
  ['modules', 'module'],
  ['assignments', 'assignment'],
  ['quizzes', 'quiz'],
  ['discussion_topics', 'discussion-topic'],
])

const wordOfKind: Readonly<Record<LinkKind, string>> = {
  file: 'files',
  page: 'pages',
  module: 'modules',
  'module-item': 'modules/items',
  assignment: 'assignments',
  quiz: 'quizzes',
  'discussion-topic': 'discussion_topics',
  course: '',
}

/** Parameters that belong to the person who read the page; storing them hands their access on or breaks later. */
const personalParameters = /^(?:verifier|access_token|sf_verifier|token|api_key)=/

/** Host, course, word, reference, and what follows it. */
const thingOfCourse = /^([hH][tT]{2}[pP][sS]?:\/\/[^/?#]+)?\/courses\/(\d+(?:~\d+)?)\/([a-z_]+)\/([^/?#]+)(.*)$/s

/**
 * A link into a Canvas course, of whatever host; `undefined` for any other URL. A plan asks for thousands of addresses, and
 * most are `/courses/7/word/ref`: that is tried first, and in one go. Where no id follows a word that Canvas knows, it is
 * the course and this path (canvas-api §3.1): `/files/folder/Slides`.
 */
export function findCanvasLink(url: string): CanvasLink | undefined {
  const text = url.trim()
  const [, host = '', courseId, word = '', ref = '', behind = ''] = thingOfCourse.exec(text) ?? []
  if (courseId === undefined) return findOtherLink(text)
  const link = (kind: LinkKind, to: string, rest: string): CanvasLink => ({
    origin: host.toLowerCase(),
    courseId: toCourseId(courseId),
    kind,
    ref: to,
    rest: withoutPersonal(rest),
  })
  const [, item, behindItem = ''] =
    word === 'modules' && ref === 'items' ? (/^\/(\d+)((?:[/?#].*)?)$/s.exec(behind) ?? []) : []
  if (item !== undefined) return link('module-item', item, behindItem)
  const kind = kindOfWord.get(word)
  if (kind === undefined) return undefined
  return kind === 'page' || /^\d/.test(ref) ? link(kind, ref, behind) : link('course', '', `/${word}/${ref}${behind}`)
}

/** The course itself, one of its index pages, a module on its index page, or a bare file. */
function findOtherLink(url: string): CanvasLink | undefined {
  const { origin, path, tail } = splitUrl(url)
  const [, bare, behind = ''] = /^\/files\/(\d+(?:~\d+)?)(\/.*|)$/.exec(path) ?? []
  if (bare !== undefined)
    return { origin, courseId: null, kind: 'file', ref: bare, rest: `${behind}${withoutPersonal(tail)}` }
  const [, id, index = ''] = /^\/courses\/(\d+(?:~\d+)?)((?:\/[a-z_]*\/?)?)$/.exec(path) ?? []
  if (id === undefined) return undefined
  const courseId = toCourseId(id)
  const [, anchored] = /^\/modules\/?$/.test(index) ? (/^#module_(\d+)$/.exec(tail) ?? []) : []
  return anchored === undefined
    ? { origin, courseId, kind: 'course', ref: '', rest: `${index}${withoutPersonal(tail)}` }
    : { origin, courseId, kind: 'module', ref: anchored, rest: '' }
}

/** The link, in the form Collections and Canvas write it. Module links take the form that Canvas rewrites on copy. */
export function formatCanvasLink({ origin, courseId, kind, ref, rest }: CanvasLink): string {
  const course = courseId === null ? '' : `/courses/${courseId}`
  return kind === 'course' ? `${origin}${course}${rest}` : `${origin}${course}/${wordOfKind[kind]}/${ref}${rest}`
}

/** A leaked token, `undefined` for anything else; the percent-encoded spelling counts. */
export function findLeakedToken(url: string): LeakedToken | undefined {
  if (!/^\s*(?:\$|%24)/.test(url)) return undefined
  const text = url.trim().replace(/^%24([A-Z_-]+)%24/, '$$$1$$')
  const [, name, path] =
    /^\$(CANVAS_COURSE_REFERENCE|CANVAS_OBJECT_REFERENCE|WIKI_REFERENCE)\$\/?(.*)$/s.exec(text) ?? []
  if (name === undefined) return undefined
  const [, word, migrationId, rest] =
    /^(file_ref|modules\/items|[a-z_]+)\/([ig][\da-f]{32})(.*)$/s.exec(path ?? '') ?? []
  if (word === undefined) return { kind: 'course', migrationId: '', rest: path === '' ? '' : `/${path ?? ''}` }
  const kind =
    word === 'file_ref' ? 'file' : word === 'modules/items' ? 'module-item' : (kindOfWord.get(word) ?? 'course')
  return { kind, migrationId: migrationId ?? '', rest: withoutPersonal(rest ?? '') }
}

/** The same URL without parameters that belong to a person. */
export function withoutPersonal(url: string): string {
  if (!url.includes('?')) return url
  const [beforeHash, ...hash] = url.split('#')
  const [path, ...query] = (beforeHash ?? '').split('?')
  const kept = query
    .join('?')
    .split('&')
    .filter(part => part !== '' && !personalParameters.test(part))
  const tail = hash.length === 0 ? '' : `#${hash.join('#')}`
  return `${path}${kept.length === 0 ? '' : `?${kept.join('&')}`}${tail}`
}

function splitUrl(url: string): { readonly origin: string; readonly path: string; readonly tail: string } {
  const [, origin, path, tail] = /^(https?:\/\/[^/?#]+)?(?=[/?#]|$)([^?#]*)(.*)$/is.exec(url) ?? []
  return { origin: origin?.toLowerCase() ?? '', path: path ?? '', tail: tail ?? '' }
}
