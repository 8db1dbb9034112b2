import { type CourseId, type FileId, toFileId } from '../../ids.ts'
import type { Configuration, ModuleEntry } from '../configuration/configuration.ts'
import type { HtmlParser } from '../html/html-parser.ts'
import { type Address, readAddress } from './address.ts'
import { type AddressReader, passingReader, rewriteAddresses } from './addressed-html.ts'

/** A URL that an entry uses, and where: `image`, `description`, `fyiText`, `iframe`, `metadata.<name>`. */
export interface Reference extends Address {
  readonly key: string
  readonly moduleName: string
  readonly field: string
  /** Shown by itself, not behind a link or in a frame. */
  readonly isPicture: boolean
}

/** One distinct file URL of a configuration. */
export interface FileReference {
  /** `4101/900`, or `/901` for a bare `/files/901`: what `OtherFile.key` says. */
  readonly key: string
  readonly courseId: CourseId | null
  readonly fileId: FileId
}

const htmlFields = ['description', 'fyiText', 'iframe'] as const

/** Every URL of these entries, in the order of the page, those inside texts included. */
export function findReferences(entries: readonly ModuleEntry[], read: AddressReader): readonly Reference[] {
  const found: Reference[] = []
  for (const entry of entries) {
    if (entry.image !== '') found.push(toReference(entry, 'image', entry.image, true))
    const addAll = (field: string, html: string) => {
      for (const { url, isPicture } of read(html).addresses) found.push(toReference(entry, field, url, isPicture))
    }
    for (const field of htmlFields) addAll(field, entry[field])
    for (const name of Object.keys(entry.metadata)) addAll(`metadata.${name}`, entry.metadata[name] ?? '')
  }
  return found
}

/** Named one by one, as in `readModuleEntry`: a spread would cost a plan of a thousand modules a quarter more time. */
export function toReference({ key, name }: ModuleEntry, field: string, url: string, isPicture: boolean): Reference {
  const { link, token, packed } = readAddress(url)
  return { key, moduleName: name, field, url, isPicture, link, token, packed }
}

/** The distinct files a configuration names, on whatever host: what a shell has to look up. */
export function fileReferences(configuration: Configuration, parseHtml: HtmlParser): readonly FileReference[] {
  const found = new Map<string, FileReference>()
  for (const { link } of findReferences(configuration.modules, passingReader(parseHtml))) {
    if (link?.kind !== 'file') continue
    const key = fileReferenceKey(link.courseId, link.ref)
    found.set(key, { key, courseId: link.courseId, fileId: toFileId(link.ref) })
  }
  return [...found.values()]
}

export function fileReferenceKey(courseId: CourseId | null, fileId: string): string {
  return `${courseId ?? ''}/${fileId}`
}

/** The URL that an address becomes: itself, if it is to stay. */
export type Rewrite = (field: string, url: string, isPicture: boolean) => string

/**
 * The entry with every URL passed through `rewrite`; texts in which nothing changes stay as they are, to the letter,
 * and so does an entry in which no text changes.
 */
export function rewriteReferences(entry: ModuleEntry, rewrite: Rewrite, read: AddressReader): ModuleEntry {
  const inHtml = (field: string, html: string) =>
    rewriteAddresses(html, ({ url, isPicture }) => rewrite(field, url, isPicture), read)
  const image = entry.image === '' ? '' : rewrite('image', entry.image, true)
  const [description, fyiText, iframe] = [
    inHtml('description', entry.description),
    inHtml('fyiText', entry.fyiText),
    inHtml('iframe', entry.iframe),
  ]
  const metadata = rewriteMetadata(entry.metadata, inHtml)
  const isSame =
    image === entry.image &&
    description === entry.description &&
    fyiText === entry.fyiText &&
    iframe === entry.iframe &&
    metadata === entry.metadata
  return isSame ? entry : { ...entry, image, description, fyiText, iframe, metadata }
}

function rewriteMetadata(
  metadata: ModuleEntry['metadata'],
  inHtml: (field: string, html: string) => string,
): ModuleEntry['metadata'] {
  const rewritten = Object.keys(metadata).map(name => [name, inHtml(`metadata.${name}`, metadata[name] ?? '')] as const)
  return rewritten.every(([name, html]) => html === metadata[name]) ? metadata : Object.fromEntries(rewritten)
}
