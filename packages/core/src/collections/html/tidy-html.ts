import { decodeEntities } from './entities.ts'
import { voidElements } from './to-html.ts'

/** An attribute, and where in the text its value stands as it is written. */
export interface TidyAttribute {
  readonly tagName: string
  readonly name: string
  readonly value: string
  readonly start: number
  readonly end: number
}

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '))

/** Elements that stay wherever a tidy text has them. */
const inline = words('a b br code em i img s span strong sub sup u')
/** Elements that end a paragraph. */
const blocks = words('blockquote div h1 h2 h3 h4 h5 h6 hr ol p ul')

/** Of which a parser keeps only one open; a heading of any size counts as a heading. */
const alone: ReadonlyMap<string, 'a' | 'h' | 'p'> = new Map([
  ['a', 'a'],
  ['p', 'p'],
  ...[1, 2, 3, 4, 5, 6].map(size => [`h${size}`, 'h'] as const),
])

/** Which of those are open. */
type OpenAlone = Record<'a' | 'h' | 'p', boolean>

const text = /[^<>&\u00a0\r\0]*(?:&(?:amp|lt|gt|nbsp);[^<>&\u00a0\r\0]*)*/y
const tag = /<\/?[a-z]+[1-6]?/y
const attribute = / [a-z]+(?:-[a-z]+)*="/y
const attributeValue = /[^"<>&\u00a0\r\0]*(?:&(?:amp|lt|gt|nbsp|quot);[^"<>&\u00a0\r\0]*)*/y

/** A tidy text cut at the attributes that are asked for; there is one piece more than attributes. */
export interface TidyHtml {
  readonly pieces: readonly string[]
  readonly attributes: readonly TidyAttribute[]
}

/** `undefined` for a text that may not be tidy. */
export function cutTidyHtml(html: string, isAsked: (attribute: TidyAttribute) => boolean): TidyHtml | undefined {
  const attributes = readTidyHtml(html)?.filter(isAsked)
  if (attributes === undefined) return undefined
  const pieces: string[] = []
  let from = 0
  for (const { start, end } of attributes) {
    pieces.push(html.slice(from, start))
    from = end
  }
  pieces.push(html.slice(from))
  return { pieces, attributes }
}

/**
 * The attributes of a tidy text: one that a parser would read and write again to the letter, as most of what Canvas's editor
 * stores (HTML standard, *Tree construction* and *Serializing HTML fragments*). `undefined`: only a parser can tell. Parsing is
 * the dear part of a plan, and of a tidy text it tells nothing that does not stand there.
 */
export function readTidyHtml(html: string): readonly TidyAttribute[] | undefined {
  const attributes: TidyAttribute[] = []
  const open: string[] = []
  const isOpen: OpenAlone = { a: false, h: false, p: false }
  for (let at = find(text, html, 0); at < html.length; at = find(text, html, at)) {
    const from = at
    at = find(tag, html, from)
    if (at === 0) return undefined
    if (html[from + 1] === '/') {
      const closed = open.pop()
      if (closed === undefined || html[at] !== '>' || html.slice(from + 2, at) !== closed) return undefined
      setOpen(closed, isOpen, false)
      at += 1
    } else {
      const opened = html.slice(from + 1, at)
      if (!mayStand(opened, open.at(-1), isOpen)) return undefined
      at = readAttributes(html, at, opened, attributes)
      if (at === 0) return undefined
      if (voidElements.has(opened)) continue
      open.push(opened)
      setOpen(opened, isOpen, true)
    }
  }
  return open.length === 0 ? attributes : undefined
}

/** Where that ends which begins there, 0 if it does not. */
function find(what: RegExp, html: string, at: number): number {
  what.lastIndex = at
  what.test(html)
  return what.lastIndex
}

function setOpen(name: string, isOpen: OpenAlone, nowOpen: boolean): void {
  const kind = alone.get(name)
  if (kind !== undefined) isOpen[kind] = nowOpen
}

function mayStand(name: string, parent: string | undefined, isOpen: Readonly<OpenAlone>): boolean {
  const kind = alone.get(name)
  if (kind !== undefined && isOpen[kind]) return false
  if (name === 'li') return parent === 'ul' || parent === 'ol'
  return inline.has(name) || (blocks.has(name) && !isOpen.p)
}

/** Adds the attributes that begin there; where the tag ends, 0 if it does not end as in a tidy text. */
function readAttributes(html: string, from: number, tagName: string, into: TidyAttribute[]): number {
  const first = into.length
  for (let at = from; ; ) {
    const start = find(attribute, html, at)
    if (start === 0) return html[at] === '>' ? at + 1 : 0
    const name = html.slice(at + 1, start - 2)
    for (let other = first; other < into.length; other += 1) if (into[other]?.name === name) return 0
    const end = find(attributeValue, html, start)
    if (html[end] !== '"') return 0
    into.push({ tagName, name, value: decodeEntities(html.slice(start, end)), start, end })
    at = end + 1
  }
}
