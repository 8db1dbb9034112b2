import { serializeHtml } from './serialize.ts'
import { attributeOf, elementsOf, parseHtml, setAttribute } from './tree.ts'
import { isRubyUri } from './url-text.ts'

/** Where a body is being saved. */
export interface SaveContext {
  /** The request's host, with its port where it has one: `canvas.test`, `localhost:3000`. */
  readonly host: string
  readonly courseId: number | string
  /** The course a file lives in, for `/files/N/…`; without it files are taken to be this course's. */
  readonly courseOfFile?: (fileId: string) => number | string | undefined
}

const fileLink = /\/files\/(\d+)(?=[/?#]|$)/

/**
 * What Canvas does to a body before the sanitiser (canvas-lms lib/api/html/content.rb `process_incoming`): links to its own host become
 * relative, `verifier=` goes from file links, `/files/N/…` gets its course. HTML with nothing of the kind is not even parsed.
 */
export function normalizeForSave(html: string, context: SaveContext): string {
  const hostName = context.host.replace(/:\d+$/, '')
  if (!/verifier=|['"]\/files/.test(html) && !html.includes(hostName)) return html
  const tree = parseHtml(html)
  for (const element of elementsOf(tree)) {
    for (const name of ['href', 'src']) {
      const link = attributeOf(element, name)
      if (link !== undefined) setAttribute(element, name, correctLink(link, context))
    }
  }
  return serializeHtml(tree)
}

function correctLink(link: string, context: SaveContext): string {
  const local = stripHost(link, context.host)
  const fileId = fileLink.exec(link)?.[1]
  return fileId === undefined ? local : stripVerifier(addCourse(local, fileId, context))
}

function stripHost(link: string, host: string): string {
  const parts = /^https?:\/\/([^/?#]*)(.*)$/i.exec(link)
  if (!parts || !isRubyUri(link) || !URL.canParse(link) || new URL(link).host !== host.toLowerCase()) return link
  const rest = parts[2] ?? ''
  return rest.startsWith('/') ? rest : `/${rest}`
}

function addCourse(link: string, fileId: string, { courseId, courseOfFile }: SaveContext): string {
  if (!link.startsWith('/files')) return link
  const owner = courseOfFile ? courseOfFile(fileId) : courseId
  return owner === undefined ? link : `/courses/${owner}${link}`
}

function stripVerifier(link: string): string {
  if (/\/assessment_questions\/\d+\/files\/\d+/.test(link)) return link
  return link.replace(/(\?)verifier=[^&#]*&?|&verifier=[^&#]*/g, '$1').replace(/\?(?=#|$)/, '')
}
