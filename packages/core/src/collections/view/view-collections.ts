import type { ModuleId } from '../../ids.ts'
import type { Collection, Configuration } from '../configuration/configuration.ts'
import type { Card, CollectionsView, CollectionView, LiveModule, Representation, Viewer } from './collections-view.ts'
import { type SeenModule, seeModules } from './see-modules.ts'
import { toCard } from './to-card.ts'

export interface ViewQuestion {
  readonly configuration: Configuration
  /** In Canvas's order: all that this person is shown. */
  readonly modules: readonly LiveModule[]
  readonly viewer: Viewer
  readonly isPagePublished: boolean
  /** ISO-8601 instant: what opens later is locked until then. */
  readonly now: string
}

/**
 * What one person sees of a course's Collections (collections-1.3 §1.1, §1.2). Claytons are made whoever sees the live
 * view, so they are never *off*, and hidden collections are marked in them as they are for staff: a person may want
 * the page of one, a run over all leaves them out.
 */
export function viewCollections(question: ViewQuestion): CollectionsView {
  const why = whyOff(question)
  if (why !== null) return { kind: 'off', why }
  const { configuration, viewer } = question
  const seen = seeModules(question)
  const cards = seen.map(each => toCard(each, question))
  const collections = configuration.collections.map((collection, index) =>
    toView({ collection, index, question, seen, cards }),
  )
  return { kind: 'on', collections: viewer === 'student' ? collections.filter(each => !each.isHidden) : collections }
}

type Why = Extract<CollectionsView, { readonly kind: 'off' }>['why']

function whyOff({ configuration: { visibility }, viewer, isPagePublished }: ViewQuestion): Why | null {
  if (viewer === 'claytons') return null
  if (visibility === 'no-one') return 'no-one'
  if (viewer === 'staff') return visibility === 'students' ? 'students-only' : null
  if (visibility === 'teachers') return 'staff-only'
  return isPagePublished ? null : 'unpublished'
}

interface CollectionQuestion {
  readonly collection: Collection
  readonly index: number
  readonly question: ViewQuestion
  /** In the order cards are drawn. */
  readonly seen: readonly SeenModule[]
  readonly cards: readonly Card[]
}

function toView(of: CollectionQuestion): CollectionView {
  const { collection, index, question } = of
  const { name, hide, includePage, includeAfter } = collection
  return {
    index,
    name,
    isHidden: hide,
    isDefault: name === question.configuration.defaultCollection,
    representation: toRepresentation(collection.representation),
    representationName: collection.representation,
    includePage: includePage === '' ? null : { title: includePage, isAfter: includeAfter },
    cards: cardsOf(of),
    moduleIds: blocksOf(of),
  }
}

const representations: readonly Representation[] = [
  'GriffithCards',
  'HorizontalCards',
  'AssessmentTable',
  'CollectionsTable',
  'CollectionOnly',
]

/** 1.3's documents write one of them differently. */
function toRepresentation(name: string): Representation {
  return representations.find(each => each === name) ?? (name === 'CollectionsOnly' ? 'CollectionOnly' : 'unknown')
}

function cardsOf({ collection, question, cards }: CollectionQuestion): readonly Card[] {
  if (collection.representation !== 'CollectionsTable') return cards.filter(card => isIn(collection, card.collection))
  const shown = question.configuration.collections.filter(({ hide }) => !hide)
  const loose = collection.unallocated ? cards.filter(card => card.isUnallocated) : []
  return [...shown.flatMap(({ name }) => cards.filter(card => card.collection === name)), ...loose]
}

/** Canvas's own blocks are filtered to the collection; staff see modules in none of them everywhere. */
function blocksOf({ collection, question, seen }: CollectionQuestion): readonly ModuleId[] {
  const isStaff = question.viewer === 'staff'
  const isAll = collection.representation === 'CollectionsTable'
  return seen
    .filter(({ isListed, entry }) => isListed && (isStaff || !entry.fyi))
    .filter(each => isAll || isIn(collection, each.collection) || (isStaff && each.collection === null))
    .toSorted((left, right) => left.place - right.place)
    .map(({ module }) => module.id)
}

function isIn({ name, unallocated }: Collection, collection: string | null): boolean {
  return collection === null ? unallocated : collection === name
}
