import { toModuleId } from '../../ids.ts'
import { blankConfiguration } from '../configuration/blank-configuration.ts'
import { blankEntry } from '../configuration/blank-entry.ts'
import type { Collection, Configuration, ModuleEntry } from '../configuration/configuration.ts'
import type { Card, CollectionView, LiveModule } from './collections-view.ts'
import { type ViewQuestion, viewCollections } from './view-collections.ts'

/** The world of the view's tests: one collection "Weeks", seen by staff on 1 March 2026. */
export const now = '2026-03-01T00:00:00Z'

export const collection = (name: string, more: Partial<Collection> = {}): Collection => ({
  name,
  representation: 'GriffithCards',
  outputPage: '',
  includePage: '',
  includeAfter: false,
  hide: false,
  unallocated: false,
  rest: {},
  ...more,
})

export const entry = (key: string, more: Partial<ModuleEntry> = {}): ModuleEntry => ({
  ...blankEntry(key, `Module ${key}`),
  collection: 'Weeks',
  ...more,
})

export const module = (id: string, more: Partial<LiveModule> = {}): LiveModule => ({
  id: toModuleId(id),
  name: `Module ${id}`,
  published: true,
  unlockAt: null,
  prerequisiteIds: [],
  state: null,
  requirements: null,
  ...more,
})

export const configuration = (more: Partial<Configuration> = {}): Configuration => ({
  ...blankConfiguration(),
  visibility: 'all',
  defaultCollection: 'Weeks',
  collections: [collection('Weeks')],
  ...more,
})

export const question = (more: Partial<ViewQuestion> = {}): ViewQuestion => ({
  configuration: configuration(),
  modules: [],
  viewer: 'staff',
  isPagePublished: true,
  now,
  ...more,
})

/** The collections that are seen; none where the view is off. */
export function collectionsOf(more: Partial<ViewQuestion>): readonly CollectionView[] {
  const view = viewCollections(question(more))
  return view.kind === 'on' ? view.collections : []
}

export function cardsOf(more: Partial<ViewQuestion>, name = 'Weeks'): readonly Card[] {
  return collectionsOf(more).find(each => each.name === name)?.cards ?? []
}

/** The only card of a module with this entry. */
export function cardOf(
  entryParts: Partial<ModuleEntry>,
  moduleParts: Partial<LiveModule> = {},
  more: Partial<ViewQuestion> = {},
): Card | undefined {
  return cardsOf({
    configuration: configuration({ modules: [entry('1', entryParts)] }),
    modules: [module('1', moduleParts)],
    ...more,
  })[0]
}
