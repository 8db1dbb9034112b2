import type { Element, Root } from 'hast'
import { isJsonObject, type JsonObject } from '../configuration/json.ts'
import { elements, isDivOf } from '../html/html-tree.ts'
import { readPageJson } from './page-json.ts'
import { createPageNotes, type PageNotes } from './page-notes.ts'
import { findImagesPart, readCourseTag, readListedImages, readModuleLinks, readPageLinks } from './page-parts.ts'
import type { CollectionsPage, PageReading } from './page-reading.ts'
import { readConfiguration } from './read-configuration.ts'

/**
 * What a Canvas page says about Collections, in every shape that versions of Collections and copies by Canvas have
 * left (collections-1.3 §2). Takes the tree of the page's body or of a whole document. Never throws; a page that cannot be read
 * says where it breaks.
 */
export function readCollectionsPage(tree: Root): PageReading {
  const divs = [...elements(tree)].filter(isDivOf('cc_json'))
  let broken: string | null = null
  for (const div of divs) {
    const json = readPageJson(tree, div)
    if (json.ok && isJsonObject(json.value)) {
      const notes = createPageNotes()
      if (divs.length > 1)
        notes.oddity('', `There are ${divs.length} configurations; the first that can be read counts.`)
      for (const note of json.notes) notes.oddity('', note)
      return { ok: true, page: readPage(tree, div, json.value, notes) }
    }
    broken ??= json.ok ? 'The configuration is JSON, but not an object.' : json.where
  }
  return broken === null
    ? { ok: false, reason: 'no-configuration', where: 'The page holds no configuration.' }
    : { ok: false, reason: 'broken', where: broken }
}

function readPage(tree: Root, div: Element, wire: JsonObject, notes: PageNotes): CollectionsPage {
  const configuration = readConfiguration(wire, notes)
  const imagesPart = findImagesPart(tree, div)
  const keys = configuration.modules.map(({ key }) => key)
  return {
    configuration,
    courseId: readCourseTag(imagesPart, notes),
    images: imagesPart === undefined ? [] : readListedImages(imagesPart, keys, notes),
    moduleLinks: readModuleLinks(tree),
    pageLinks: readPageLinks(tree),
    upgrades: notes.upgrades,
    oddities: notes.oddities,
  }
}
