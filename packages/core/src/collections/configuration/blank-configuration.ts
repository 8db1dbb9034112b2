import { isBlankDate } from '../page/write-dates.ts'
import { blankEntry } from './blank-entry.ts'
import type { Configuration, ModuleEntry } from './configuration.ts'

/** What 1.3 writes for *Turn on* and *Refresh* (collections-1.3 §1.1, §3.1). */
export function blankConfiguration(): Configuration {
  return {
    visibility: 'teachers',
    defaultCollection: '',
    collections: [],
    modules: [],
    parked: [],
    imported: null,
    rest: {},
  }
}

/** No collection, nothing kept for later, and no entry that says more than a module's name: nobody's work is in it. */
export function isBlank({ collections, modules, parked }: Configuration): boolean {
  return collections.length === 0 && parked.length === 0 && modules.every(saysNothing)
}

/** Fields of Canvas's own module JSON, which 1.3 carries along (collections-1.3 §2.5). */
const canvasFields: ReadonlySet<string> = new Set(['id', 'publish_final_grade', 'items', 'items_count'])

/** Nobody has set anything of it: it holds what every new entry does. */
export function saysNothing(entry: ModuleEntry): boolean {
  return entry.collection === null && saysNothingElse(entry)
}

/** The same of all but its collection. */
export function saysNothingElse(entry: ModuleEntry): boolean {
  return (
    tellingFields.every(field => entry[field] === blank[field]) &&
    isBlankDate(entry.date) &&
    Object.keys(entry.metadata).length === 0 &&
    Object.keys(entry.rest).every(key => canvasFields.has(key))
  )
}

const blank = blankEntry('', '')

/** Not what every entry has by itself: its place, its button, the flags of a date that is not there. */
const tellingFields = [
  ...(['description', 'label', 'autonum', 'number', 'banner', 'image', 'imageSize'] as const),
  ...(['imageBackgroundColour', 'altText', 'iframe', 'bannerColour', 'engageText', 'fyi', 'fyiText'] as const),
] as const
