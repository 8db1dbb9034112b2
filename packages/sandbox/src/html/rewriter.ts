import { serializeHtml } from './serialize.ts'
import { attributeOf, elementsOf, type Fragment, parseHtml, setAttribute, setText, textOf } from './tree.ts'

/** A course address found in HTML (canvas-lms lib/user_content.rb `HtmlRewriter`). */
export interface UrlMatch {
  /** The whole text that was matched, a host included. */
  readonly url: string
  /** `pages`, `files`, `modules`, … or `items` for a module item. */
  readonly type: string
  /** The id, or the slug of a page; `undefined` where the address names no object. */
  readonly id: string | undefined
  /** What follows the id, from its slash or question mark on. */
  readonly rest: string
  /** The query within `rest`, from its question mark on. */
  readonly query: string
  /** Whether the address was written under `/courses/ID`. */
  readonly isInCourse: boolean
}

/** The new text for an address; `undefined` leaves it as it is. */
export type UrlHandler = (match: UrlMatch) => string | undefined

/** `string`: over the serialised text of the page. `precise`: in the attributes of linking elements only (canvas-api §3.2). */
export type LinkMode = 'precise' | 'string'

const preciseElements = new Set(['img', 'iframe', 'video', 'audio', 'source', 'param', 'a'])
const preciseAttributes = ['value', 'href', 'longdesc', 'src', 'srcset', 'title']

// Types that are recognised without a course before them.
const contextless = new Set(['files', 'courses'])

/** HTML with the addresses of one course rewritten, as Canvas does on export and on API reads. */
export function rewriteUrls(html: string, courseId: number | string, mode: LinkMode, handler: UrlHandler): string {
  if (mode === 'string') return rewriteText(html, courseId, handler)
  const tree = parseHtml(html)
  rewriteAttributes(tree, courseId, handler)
  return serializeHtml(tree)
}

function rewriteAttributes(tree: Fragment, courseId: number | string, handler: UrlHandler): void {
  for (const element of elementsOf(tree)) {
    if (!preciseElements.has(element.tagName)) continue
    for (const name of preciseAttributes) {
      const value = attributeOf(element, name)
      if (!value) continue
      const rewritten = rewriteText(value, courseId, handler)
      // A link that shows its own address goes on showing it.
      if (name === 'href' && rewritten !== value && textOf(element).trim() === value) setText(element, rewritten)
      setAttribute(element, name, rewritten)
    }
  }
}

/**
 * The substitution itself. It knows no HTML: it ends an address at white space, quotes and `<` only, and so eats the backslash of a
 * JSON `\"` that follows (collections-1.3 §3.2 B8). That is what Canvas does.
 */
export function rewriteText(text: string, courseId: number | string, handler: UrlHandler): string {
  return text.replaceAll(addressPattern(courseId), (url: string, prefix: string | undefined, ...groups: string[]) => {
    const [type = '', id = '', rest = ''] = groups
    if (prefix === undefined && !contextless.has(type)) return url
    return handler(toMatch(url, prefix !== undefined, type, id, rest)) ?? url
  })
}

function addressPattern(courseId: number | string): RegExp {
  const host = String.raw`(?:https?://[\w-]+(?:\.[\w-]+)*(?::\d{1,5})?)?`
  const course = `(/courses/${String(courseId).replace(/\D/g, '')})?`
  const object = String.raw`/(\w+)(?:/([^ \t\r\n\f\v"<'?/]*)([^ \t\r\n\f\v"<']*))?`
  return new RegExp(host + course + object, 'g')
}

function toMatch(url: string, isInCourse: boolean, type: string, id: string, rest: string): UrlMatch {
  const base = { url, isInCourse }
  if (type === 'wiki' || type === 'pages') return withQuery({ ...base, type, id: id || undefined, rest })
  const number = leadingNumber(id)
  const path = number === undefined && (id || rest) ? `/${id}${rest}` : rest
  const item = /\/items\/(\d+)/.exec(path)?.[1]
  return withQuery({ ...base, type: item ? 'items' : type, id: item ?? number, rest: path })
}

function withQuery(match: Omit<UrlMatch, 'query'>): UrlMatch {
  return { ...match, query: /\?.*/.exec(match.rest)?.[0] ?? '' }
}

/** Ruby's `to_i`: the digits at the start, if they make a positive number. */
function leadingNumber(text: string): string | undefined {
  const digits = /^\d+/.exec(text)?.[0].replace(/^0+/, '')
  return digits || undefined
}
