import type { HtmlParser } from '../html/html-parser.ts'
import { cutTidyHtml, type TidyAttribute } from '../html/tidy-html.ts'
import { escapeAttribute, toHtml } from '../html/to-html.ts'

export interface HtmlAddress {
  readonly url: string
  /** Shown by itself, not behind a link or in a frame. */
  readonly isPicture: boolean
}

/** A text of HTML taken apart at its addresses, in document order; if it has any, there is one piece more than addresses. */
interface AddressedHtml {
  readonly pieces: readonly string[]
  readonly addresses: readonly HtmlAddress[]
}

const withoutAddress: AddressedHtml = { pieces: [], addresses: [] }

/** Takes a text apart, each text once: a plan asks for the addresses first and gives new ones then. */
export type AddressReader = (html: string) => AddressedHtml

/** Stands for an address: the one character that no parsed HTML holds (HTML standard, *Tokenization*). */
const hole = '\0'

const urlAttributes: ReadonlySet<string> = new Set(['src', 'href', 'poster', 'data'])

const pictureTags: ReadonlySet<string> = new Set(['img', 'source', 'video', 'audio'])

/** How the texts of a plan are read: those of entries that stay twice, those that are kept for later once. */
export interface AddressReaders {
  readonly read: AddressReader
  readonly readOnce: AddressReader
}

/** What is kept are texts; a thousand trees held until the plan is made would cost more than parsing them. */
export function addressReaders(parseHtml: HtmlParser): AddressReaders {
  const known = new Map<string, AddressedHtml>()
  const readOnce = passingReader(parseHtml)
  const read: AddressReader = html => {
    const before = known.get(html)
    if (before !== undefined) return before
    const found = readOnce(html)
    if (found !== withoutAddress) known.set(html, found)
    return found
  }
  return { read, readOnce }
}

/** Keeps nothing: of a thousand texts that nobody asks for again it would only be carried along. */
export function passingReader(parseHtml: HtmlParser): AddressReader {
  return html => (html.includes('<') && mayHoldUrl(html) ? takeApart(html, parseHtml) : withoutAddress)
}

/** The text with every address passed through `rewrite`; one in which nothing changes stays as it is, to the letter. */
export function rewriteAddresses(html: string, rewrite: (address: HtmlAddress) => string, read: AddressReader): string {
  const { pieces, addresses } = read(html)
  if (addresses.length === 0) return html
  const urls = addresses.map(rewrite)
  if (urls.every((url, at) => url === addresses[at]?.url)) return html
  return urls.reduce((text, url, at) => `${text}${escapeAttribute(url)}${pieces[at + 1]}`, pieces[0] ?? '')
}

function takeApart(html: string, parseHtml: HtmlParser): AddressedHtml {
  const tidy = cutTidyHtml(html, isAddress)
  return tidy === undefined
    ? takeTreeApart(html, parseHtml)
    : { pieces: tidy.pieces, addresses: tidy.attributes.map(toAddress) }
}

function takeTreeApart(html: string, parseHtml: HtmlParser): AddressedHtml {
  const addresses: HtmlAddress[] = []
  const text = toHtml(parseHtml(html), (name, value, { tagName }) => {
    if (!isAddress({ name, value })) return value
    addresses.push(toAddress({ tagName, value }))
    return hole
  })
  return { pieces: text.split(hole), addresses }
}

function isAddress({ name, value }: Pick<TidyAttribute, 'name' | 'value'>): boolean {
  return value !== '' && urlAttributes.has(name)
}

function toAddress({ tagName, value }: Pick<TidyAttribute, 'tagName' | 'value'>): HtmlAddress {
  return { url: value, isPicture: pictureTags.has(tagName) }
}

/** Mark-up without any address needs no reading. */
function mayHoldUrl(html: string): boolean {
  return /\s(?:src|href|poster|data)\s*=/i.test(html)
}
