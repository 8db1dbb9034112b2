import type { Element, Root } from 'hast'
import { type CourseId, type FileId, toFileId } from '../../ids.ts'
import type { Configuration, ModuleEntry } from '../configuration/configuration.ts'
import { elements } from '../html/html-tree.ts'
import { toHtml } from '../html/to-html.ts'
import { type Address, readAddress } from './address.ts'

/** A door's HTML parser: a fragment's text → its tree. */
export type HtmlParser = (html: string) => Root

/** The parser, remembering its trees: a plan looks for URLs first and rewrites them then, and parsing is its dear part. */
export function rememberParsed(parseHtml: HtmlParser): HtmlParser {
  const trees = new Map<string, Root>()
  return html => {
    const tree = trees.get(html) ?? parseHtml(html)
    trees.set(html, tree)
    return tree
  }
}

/** A URL that an entry uses, and where: `image`, `description`, `fyiText`, `iframe`, `metadata.<name>`. */
export interface Reference extends Address {
  readonly key: string
  readonly moduleName: string
  readonly field: string
  /** Shown by itself, not behind a link or in a frame. */
  readonly isPicture: boolean
}

const pictureTags: ReadonlySet<string> = new Set(['img', 'source', 'video', 'audio'])

/** One distinct file URL of a configuration. */
export interface FileReference {
  /** `4101/900`, or `/901` for a bare `/files/901`: what `OtherFile.key` says. */
  readonly key: string
  readonly courseId: CourseId | null
  readonly fileId: FileId
}

const urlAttributes: ReadonlySet<string> = new Set(['src', 'href', 'poster', 'data'])

/** Every URL of these entries, in the order of the page, those inside texts included. */
export function findReferences(entries: readonly ModuleEntry[], parseHtml: HtmlParser): readonly Reference[] {
  const found: Reference[] = []
  for (const entry of entries) {
    const { key, name: moduleName, image } = entry
    // Named one by one, as in `readModuleEntry`: a spread would cost a plan of a thousand modules a quarter more time.
    const add = (field: string, url: string, isPicture: boolean) => {
      const { link, token, packed } = readAddress(url)
      found.push({ key, moduleName, field, url, isPicture, link, token, packed })
    }
    if (image !== '') add('image', image, true)
    for (const [field, html] of htmlFields(entry)) {
      for (const { url, isPicture } of urlsOf(html, parseHtml)) add(field, url, isPicture)
    }
  }
  return found
}

/** The distinct files a configuration names, on whatever host: what a shell has to look up. */
export function fileReferences(configuration: Configuration, parseHtml: HtmlParser): readonly FileReference[] {
  const found = new Map<string, FileReference>()
  for (const { link } of findReferences(configuration.modules, parseHtml)) {
    if (link?.kind !== 'file' || !/^\d/.test(link.ref)) continue
    const key = fileReferenceKey(link.courseId, link.ref)
    found.set(key, { key, courseId: link.courseId, fileId: toFileId(link.ref) })
  }
  return [...found.values()]
}

export function fileReferenceKey(courseId: CourseId | null, fileId: string): string {
  return `${courseId ?? ''}/${fileId}`
}

/** The entry with every URL passed through `rewrite`; texts in which nothing changes stay as they are, to the letter. */
export function rewriteReferences(
  entry: ModuleEntry,
  rewrite: (field: string, url: string) => string,
  parseHtml: HtmlParser,
): ModuleEntry {
  const inHtml = (field: string, html: string) =>
    mayHoldUrl(html) ? rewriteHtml(html, url => rewrite(field, url), parseHtml) : html
  return {
    ...entry,
    image: entry.image === '' ? '' : rewrite('image', entry.image),
    description: inHtml('description', entry.description),
    fyiText: inHtml('fyiText', entry.fyiText),
    iframe: inHtml('iframe', entry.iframe),
    metadata: rewriteMetadata(entry.metadata, inHtml),
  }
}

function rewriteMetadata(
  metadata: ModuleEntry['metadata'],
  inHtml: (field: string, html: string) => string,
): ModuleEntry['metadata'] {
  const named = Object.entries(metadata)
  if (named.length === 0) return metadata
  return Object.fromEntries(named.map(([name, html]) => [name, inHtml(`metadata.${name}`, html)]))
}

function htmlFields(entry: ModuleEntry): readonly (readonly [field: string, html: string])[] {
  const metadata = Object.entries(entry.metadata).map(([name, html]) => [`metadata.${name}`, html] as const)
  return [['description', entry.description], ['fyiText', entry.fyiText], ['iframe', entry.iframe], ...metadata]
}

function urlsOf(html: string, parseHtml: HtmlParser): readonly Pick<Reference, 'url' | 'isPicture'>[] {
  if (!mayHoldUrl(html)) return []
  return elements(parseHtml(html)).flatMap(element => {
    const isPicture = pictureTags.has(element.tagName)
    return urlsIn(element).map(url => ({ url, isPicture }))
  })
}

function rewriteHtml(html: string, rewrite: (url: string) => string, parseHtml: HtmlParser): string {
  let isChanged = false
  const rewritten = toHtml(parseHtml(html), (name, value) => {
    const url = urlAttributes.has(name) ? rewrite(value) : value
    isChanged ||= url !== value
    return url
  })
  return isChanged ? rewritten : html
}

/** Parsing is the dear part of a plan; plain text and mark-up without any address need none. */
function mayHoldUrl(html: string): boolean {
  return html.includes('<') && /\s(?:src|href|poster|data)\s*=/i.test(html)
}

function urlsIn({ properties }: Element): readonly string[] {
  return Object.entries(properties).flatMap(([name, value]) =>
    urlAttributes.has(name) && typeof value === 'string' && value !== '' ? [value] : [],
  )
}
