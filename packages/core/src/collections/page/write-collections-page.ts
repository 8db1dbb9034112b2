import type { CourseId, ModuleId } from '../../ids.ts'
import type { Configuration, ModuleEntry } from '../configuration/configuration.ts'
import { escapeText, storedLength } from '../html/to-html.ts'
import { encodedLength, encodeParked } from './parked-entries.ts'
import { recourseKey } from './read-recourse-key.ts'
import { type PageLink, writeImages, writeModuleLinks, writePageLinks } from './write-carried.ts'
import { writeConfiguration } from './write-configuration.ts'
import { explanation } from './write-explanation.ts'
import { jsonTextLength, writeJsonText } from './write-json-text.ts'
import { writeModuleEntry } from './write-module-entry.ts'

/** Canvas's limit for the body of a page, in characters (canvas-api §4). */
export const pageLimit = 511_999

export interface PageContent {
  readonly configuration: Configuration
  readonly courseId: CourseId
  /** `https://canvas.example.edu`. */
  readonly origin: string
  readonly moduleLinks: readonly ModuleId[]
  readonly pageLinks: readonly PageLink[]
}

export interface WrittenPage {
  readonly html: string
  /** At most so many characters will Canvas store; it refuses more than 511,999 (canvas-api §4). */
  readonly length: number
}

export interface LargeEntry {
  /** Key under `MODULES`, or `x-recourse` for all that is kept for later. */
  readonly key: string
  readonly name: string
  readonly length: number
}

/**
 * The whole configuration page as Canvas may store it and 1.3 loads it (collections-1.3 §2.1, §2.7). Equal content
 * always gives equal text: there is no time in it. Where the carried links would make it too large for Canvas it is
 * written without: Canvas's record and the names still tell most of what they do.
 */
export function writeCollectionsPage(content: PageContent): WrittenPage {
  const { configuration } = content
  const json = writeJsonText(writeConfiguration(configuration, encodeParked(configuration.parked)))
  const [body, links] = [writeBody(content, json), writeLinks(content)]
  const withLinks = { html: body.html + links.html, length: body.length + links.length }
  return withLinks.length > pageLimit ? body : withLinks
}

/**
 * The length of that page, which is all that a plan needs. Its long texts are only counted: the JSON as it will be
 * escaped (it holds no attribute that Canvas would lengthen), what is kept for later as it will be encoded (in
 * base64url nothing is escaped).
 */
export function measureCollectionsPage(content: PageContent): number {
  const { configuration } = content
  const texts = jsonTextLength(writeConfiguration(configuration, '')) + parkedLength(configuration)
  const length = writeBody(content, '').length + texts
  const withLinks = length > pageLimit ? length : length + writeLinks(content).length
  return withLinks > pageLimit ? length : withLinks
}

function writeBody({ configuration, courseId, origin }: PageContent, json: string): WrittenPage {
  const images = writeImages(configuration, courseId, origin)
  return toWritten(
    `${explanation}<p style="clear:both"></p><div class="cc_json" style="display:none">${escapeText(json)}</div>` +
      `<div class="cc-card-images" id="cc-course-${courseId}" style="display:none">${images}</div>`,
  )
}

/** An empty list is not written at all. */
function parkedLength({ parked }: Pick<Configuration, 'parked'>): number {
  return parked.length === 0 ? 0 : encodedLength(parked)
}

function writeLinks({ moduleLinks, pageLinks, courseId }: PageContent): WrittenPage {
  const links = writeModuleLinks(moduleLinks, courseId) + writePageLinks(pageLinks, courseId)
  return toWritten(links === '' ? '' : `<div style="display:none">${links}</div>`)
}

function toWritten(html: string): WrittenPage {
  return { html, length: storedLength(html) }
}

/** Entries by the space they take on a page, the largest first, ten at most. */
export function largestEntries({ modules, parked }: Configuration): readonly LargeEntry[] {
  const entries = modules
    .map(entry => ({ entry, roughly: lengthOfTexts(entry) }))
    .toSorted((left, right) => right.roughly - left.roughly)
    .slice(0, 10)
    .map(({ entry }) => ({ key: entry.key, name: entry.name, length: jsonTextLength(writeModuleEntry(entry)) }))
  const kept = { key: recourseKey, name: 'Entries kept for later', length: parkedLength({ parked }) }
  return [...entries, ...(parked.length === 0 ? [] : [kept])]
    .toSorted((left, right) => right.length - left.length)
    .slice(0, 10)
}

/** What can make an entry large; cheap, because there may be a thousand. */
function lengthOfTexts({ name, description, iframe, fyiText, metadata, rest }: ModuleEntry): number {
  const texts = [name, description, iframe, fyiText, ...Object.values(metadata)]
  const unknown = Object.keys(rest).length === 0 ? 0 : JSON.stringify(rest).length
  return texts.reduce((length, text) => length + text.length, unknown)
}
