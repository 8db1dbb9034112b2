import { isParams, type Params, type ParamValue } from '../http/params.ts'
import { list } from '../http/reading.ts'
import { type AssetKind, migrationIdOf } from './migration-id.ts'

/** Kinds of content that can be chosen one by one, by Canvas's table names. */
export const COLLECTIONS = [
  'attachments',
  'folders',
  'wiki_pages',
  'assignments',
  'quizzes',
  'discussion_topics',
  'announcements',
  'context_modules',
  'content_tags',
] as const
export type Collection = (typeof COLLECTIONS)[number]

/** What a selective copy takes along. */
export interface Selection {
  /** No choice was made: all content, and the course's settings. */
  readonly isEverything: boolean
  readonly takesSettings: boolean
  readonly takesSyllabus: boolean
  readonly all: ReadonlySet<Collection>
  readonly keys: ReadonlySet<string>
}

export const EVERYTHING: Selection = {
  isEverything: true,
  takesSettings: true,
  takesSyllabus: true,
  all: new Set(COLLECTIONS),
  keys: new Set(),
}

export function isChosen(selection: Selection, collection: Collection, key: string): boolean {
  return selection.isEverything || selection.all.has(collection) || selection.keys.has(`${collection} ${key}`)
}

/** The same choice and more things of a kind. */
export function withChosen(selection: Selection, collection: Collection, keys: Iterable<string>): Selection {
  const added = [...keys].map(key => `${collection} ${key}`)
  return { ...selection, keys: new Set([...selection.keys, ...added]) }
}

/** The API's words for the tables (`ContentMigration.collection_name`). */
const ALIASES: Readonly<Record<string, Collection>> = {
  modules: 'context_modules',
  module_items: 'content_tags',
  pages: 'wiki_pages',
  files: 'attachments',
}

const ASSETS: Readonly<Record<Collection, AssetKind>> = {
  attachments: 'attachment',
  folders: 'folder',
  wiki_pages: 'wiki_page',
  assignments: 'assignment',
  quizzes: 'quizzes:quiz',
  discussion_topics: 'discussion_topic',
  announcements: 'discussion_topic',
  context_modules: 'context_module',
  content_tags: 'content_tag',
}

function toCollection(name: string): Collection | undefined {
  return (Object.hasOwn(ALIASES, name) ? ALIASES[name] : undefined) ?? COLLECTIONS.find(known => known === name)
}

/** `select[pages][]=12`: rows of the source by their ids; such a copy leaves the settings alone. */
export function readSelect(params: Params): Selection {
  const keys = Object.keys(params).flatMap(name => {
    const collection = toCollection(name)
    if (!collection) return []
    return list(params, name).map(id => `${collection} ${migrationIdOf(ASSETS[collection], Number(id))}`)
  })
  return { isEverything: false, takesSettings: false, takesSyllabus: false, all: new Set(), keys: new Set(keys) }
}

/** `copy[all_wiki_pages]=1`, `copy[context_modules][id_i0123…]=1`: properties of `selective_data`. */
export function readCopyProperties(params: Params): Selection {
  const all = Object.entries(params).flatMap(([name, value]) => (isSet(value) ? allOf(name) : []))
  const keys = Object.entries(params).flatMap(([name, value]) => (isParams(value) ? chosenOf(name, value) : []))
  return {
    isEverything: isSet(params.everything),
    takesSettings: isSet(params.all_course_settings) || isSet(params.everything),
    takesSyllabus: isSet(params.all_syllabus_body) || isSet(params.everything),
    all: new Set(all),
    keys: new Set(keys),
  }
}

function allOf(property: string): Collection[] {
  return property.startsWith('all_') ? [toCollection(property.slice(4)) ?? []].flat() : []
}

function chosenOf(name: string, value: Params): string[] {
  const collection = toCollection(name)
  if (!collection) return []
  const chosen = Object.entries(value).filter(([, choice]) => isSet(choice))
  return chosen.map(([id]) => `${collection} ${id.replace(/^id_/, '')}`)
}

function isSet(value: ParamValue | undefined): boolean {
  return value === true || value === 1 || value === '1' || value === 'true'
}
