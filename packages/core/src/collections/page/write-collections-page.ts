import type { Element, ElementContent, Root } from 'hast'
import type { CourseId, ModuleId } from '../../ids.ts'
import type { Configuration } from '../configuration/configuration.ts'
import type { Json } from '../configuration/json.ts'
import { createElement, createText } from '../html/html-tree.ts'
import { escapeText, storedLength, toHtml } from '../html/to-html.ts'
import { encodeParked } from './parked-entries.ts'
import { recourseKey } from './read-recourse-key.ts'
import { type PageLink, writeImages, writeModuleLinks, writePageLinks } from './write-carried.ts'
import { writeConfiguration } from './write-configuration.ts'
import { writeExplanation } from './write-explanation.ts'
import { writeJsonText } from './write-json-text.ts'
import { writeModuleEntry } from './write-module-entry.ts'

export interface PageContent {
  readonly configuration: Configuration
  readonly courseId: CourseId
  /** `https://canvas.example.edu`. */
  readonly origin: string
  readonly moduleLinks: readonly ModuleId[]
  readonly pageLinks: readonly PageLink[]
}

export interface WrittenPage {
  readonly tree: Root
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
 * The whole configuration page as Canvas may store it and 1.3 loads it (collections-1.3 §2.1, §2.7). Equal content always gives
 * equal text: there is no time in it.
 */
export function writeCollectionsPage(content: PageContent): WrittenPage {
  const { configuration, courseId, origin } = content
  const images = writeImages(configuration, courseId, origin)
  const tree: Root = {
    type: 'root',
    children: [
      writeExplanation(),
      createElement('p', { style: 'clear:both' }),
      hiddenDiv({ class: 'cc_json' }, [createText(writeJsonText(writeConfiguration(configuration)))]),
      hiddenDiv({ class: 'cc-card-images', id: `cc-course-${courseId}` }, images),
      ...writeLinks(content),
    ],
  }
  const html = toHtml(tree)
  return { tree, html, length: storedLength(html) }
}

function writeLinks({ moduleLinks, pageLinks, courseId }: PageContent): readonly Element[] {
  const links = [...writeModuleLinks(moduleLinks, courseId), ...writePageLinks(pageLinks, courseId)]
  return links.length === 0 ? [] : [hiddenDiv({}, links)]
}

function hiddenDiv(properties: Readonly<Record<string, string>>, children: readonly ElementContent[]): Element {
  return createElement('div', { ...properties, style: 'display:none' }, ...children)
}

/** Entries by the space they take on a page, the largest first, ten at most. */
export function largestEntries({ modules, parked }: Configuration): readonly LargeEntry[] {
  const entries = modules
    .map(entry => ({ entry, roughly: JSON.stringify(entry).length }))
    .toSorted((left, right) => right.roughly - left.roughly)
    .slice(0, 10)
    .map(({ entry }) => ({ key: entry.key, name: entry.name, length: lengthInText(writeModuleEntry(entry)) }))
  const kept = { key: recourseKey, name: 'Entries kept for later', length: encodeParked(parked).length }
  return [...entries, ...(parked.length === 0 ? [] : [kept])]
    .toSorted((left, right) => right.length - left.length)
    .slice(0, 10)
}

function lengthInText(value: Json): number {
  return escapeText(writeJsonText(value)).length
}
