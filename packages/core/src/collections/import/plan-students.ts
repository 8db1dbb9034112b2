import type { ModuleId } from '../../ids.ts'
import type { Configuration } from '../configuration/configuration.ts'
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
  const whole = (what: HiddenFromStudents['what'], text: string): HiddenFromStudents => ({
    what,
    moduleId: null,
    name: '',
    text,
    proposal: null,
  })
  if (collections.length === 0) return []
  return [
    ...(visibility === 'all' || visibility === 'students'
      ? []
      : [
          whole(
            'visibility',
            `Collections are set to be shown to ${visibility === 'teachers' ? 'teachers only' : 'no one'}.`,
          ),
        ]),
    ...(pagePublished
      ? []
      : [
          whole(
            'page-unpublished',
            'The configuration page is not published, so students see Canvas without Collections.',
          ),
        ]),
    ...(course.published ? [] : [whole('course-unpublished', 'The course is not published yet.')]),
  ]
}

function inNoCollection(configuration: Configuration, modules: readonly CourseModule[]): readonly HiddenFromStudents[] {
  const neighbours = neighbourCollections(configuration, modules)
  const collectionOf = new Map<string, string | null>(configuration.modules.map(entry => [entry.key, entry.collection]))
  return modules
    .filter(({ id }) => (collectionOf.get(id) ?? null) === null)
    .map(({ id, name }) => ({
      what: 'no-collection' as const,
      moduleId: id,
      name,
      text: `“${name}” is in no collection: students do not find it.`,
      proposal: neighbours.get(id) ?? null,
    }))
}

/** For each module in no collection that of the module above it, else of the one below, else the default; never a hidden one. */
export function neighbourCollections(
  { collections, modules: entries, defaultCollection }: Configuration,
  modules: readonly CourseModule[],
): ReadonlyMap<ModuleId, string> {
  const shown = new Set(collections.filter(({ hide }) => !hide).map(({ name }) => name))
  const collectionOf = new Map<string, string | null>(entries.map(entry => [entry.key, entry.collection]))
  const shownOf = ({ id }: CourseModule) => {
    const name = collectionOf.get(id) ?? null
    return name !== null && shown.has(name) ? name : null
  }
  let above =
    modules.map(shownOf).find(name => name !== null) ?? (shown.has(defaultCollection) ? defaultCollection : null)
  const proposals = new Map<ModuleId, string>()
  for (const module of modules) {
    if ((collectionOf.get(module.id) ?? null) === null && above !== null) proposals.set(module.id, above)
    above = shownOf(module) ?? above
  }
  return proposals
}
