import type { CollectionView } from './collections-view.ts'

export interface InitialChoice {
  /** Of the address: `#cc-collection-2`, `#module_81`; any other says nothing. */
  readonly hash: string
  /** Name of the collection that this person looked at last; `null` for none. */
  readonly lastViewed: string | null
}

/**
 * The collection shown first: the address's, the one viewed last, the default one, the first (collections-1.3 §1.1).
 * `undefined` only where there is none.
 */
export function pickInitialCollection(
  collections: readonly CollectionView[],
  { hash, lastViewed }: InitialChoice,
): CollectionView | undefined {
  const likely = [
    collections.find(({ name }) => name === lastViewed),
    collections.find(({ isDefault }) => isDefault),
    collections.find(({ isHidden }) => !isHidden),
    ...collections,
  ].filter(each => each !== undefined)
  const [, index] = /^#cc-collection-(\d{1,9})$/.exec(hash) ?? []
  const [, moduleId] = /^#(?:context_)?module_(\d+(?:~\d+)?)$/.exec(hash) ?? []
  return (
    (index === undefined ? undefined : likely.find(each => each.index === Number(index))) ??
    (moduleId === undefined ? undefined : findByModule(likely, moduleId)) ??
    likely[0]
  )
}

/** Its own collection, else any that shows it. */
function findByModule(collections: readonly CollectionView[], moduleId: string): CollectionView | undefined {
  const has = ({ name, cards }: CollectionView) =>
    cards.some(card => card.moduleId === moduleId && card.collection === name)
  return (
    collections.find(has) ??
    collections.find(({ cards }) => cards.some(card => card.moduleId === moduleId)) ??
    collections.find(({ moduleIds }) => moduleIds.some(id => id === moduleId))
  )
}
