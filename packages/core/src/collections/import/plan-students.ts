import type { ModuleId } from '../../ids.ts'
import type { Configuration } from '../configuration/configuration.ts'
import { hiddenWords } from './hidden-words.ts'
import type { CourseFacts, CourseModule } from './import-facts.ts'
import type { HiddenFromStudents, StudentView } from './plan-rows.ts'

/**
 * What students see of a configuration, and each thing they do not, with its remedy (design *What students will see*;
 * collections-1.3 §1.1: published or FYI modules of shown collections; Collections itself only when the page is published).
 */
export function planStudents(
  configuration: Configuration,
  modules: readonly CourseModule[],
  course: CourseFacts,
  pagePublished: boolean,
): StudentView {
  const shown = new Set(configuration.collections.filter(({ hide }) => !hide).map(({ name }) => name))
  const entries = new Map(configuration.modules.map(entry => [entry.key, entry]))
  const takesAll = configuration.collections.some(({ hide, unallocated }) => unallocated && !hide)
  const isSeen = ({ id, published }: CourseModule) => {
    const entry = entries.get(id)
    const collection = entry?.collection ?? null
    return (published || entry?.fyi === true) && (collection === null ? takesAll : shown.has(collection))
  }
  return {
    collections: shown.size,
    modulesSeen: modules.filter(isSeen).length,
    modules: modules.length,
    hidden: [
      ...hiddenAsAWhole(configuration, course, pagePublished),
      ...(takesAll ? [] : inNoCollection(configuration, modules)),
    ],
  }
}

function hiddenAsAWhole(
  { visibility, collections }: Configuration,
  course: CourseFacts,
  pagePublished: boolean,
): readonly HiddenFromStudents[] {
  const isShown = visibility === 'all' || visibility === 'students'
  const whole = (what: HiddenFromStudents['what'], isHidden: boolean): readonly HiddenFromStudents[] =>
    isHidden ? [{ what, moduleId: null, name: '', text: hiddenWords(what, '', visibility), proposal: null }] : []
  if (collections.length === 0) return []
  return [
    ...whole('visibility', !isShown),
    ...whole('page-unpublished', !pagePublished),
    ...whole('course-unpublished', !course.published),
  ]
}

function inNoCollection(configuration: Configuration, modules: readonly CourseModule[]): readonly HiddenFromStudents[] {
  const collected = new Set<string>(
    configuration.modules.filter(({ collection }) => collection !== null).map(({ key }) => key),
  )
  const outside = modules.filter(({ id }) => !collected.has(id))
  const neighbours = outside.length === 0 ? undefined : neighbourCollections(configuration, modules)
  return outside.map(({ id, name }) => ({
    what: 'no-collection' as const,
    moduleId: id,
    name,
    text: hiddenWords('no-collection', name, configuration.visibility),
    proposal: neighbours?.get(id) ?? null,
  }))
}

/** For each module in no collection that of the module above it, else of the one below, else the default; never a hidden one. */
export function neighbourCollections(
  { collections, modules: entries, defaultCollection }: Configuration,
  modules: readonly CourseModule[],
): ReadonlyMap<ModuleId, string> {
  const shown = new Set(collections.filter(({ hide }) => !hide).map(({ name }) => name))
  const collectionOf = new Map<string, string | null>(entries.map(entry => [entry.key, entry.collection]))
  const own = modules.map(({ id }) => collectionOf.get(id) ?? null)
  const isShown = (name: string | null) => name !== null && shown.has(name)
  let above = own.find(isShown) ?? (shown.has(defaultCollection) ? defaultCollection : null)
  const proposals = new Map<ModuleId, string>()
  for (const [at, { id }] of modules.entries()) {
    const name = own[at] ?? null
    if (name === null && above !== null) proposals.set(id, above)
    if (isShown(name)) above = name
  }
  return proposals
}
