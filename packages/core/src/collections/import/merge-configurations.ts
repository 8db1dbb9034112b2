import type { Collection, Configuration, ModuleEntry } from '../configuration/configuration.ts'
import type { JsonObject } from '../configuration/json.ts'
import { isEqual } from '../configuration/same-reading.ts'
import type { MergedField, MergePlan } from './plan-rows.ts'

/** The three sides of a merge; entries of all of them bear the ids of this course. */
export interface MergeQuestion {
  /** What the last import wrote; `null` where nothing of it is known, and then ours wins wherever both differ. */
  readonly base: Configuration | null
  readonly ours: Configuration
  readonly theirs: Configuration
}

export interface Merged extends Pick<MergePlan, 'kept' | 'taken'> {
  readonly configuration: Configuration
}

/**
 * A second copy has replaced this course's own Collections: both together, per module and field, ours where both
 * changed (design *Facts* 3). Dates are always ours: the copy's are those of the source's term.
 */
export function mergeConfigurations({ base, ours, theirs }: MergeQuestion): Merged {
  const log: FieldLog = { kept: [], taken: [] }
  const merged = mergeBy(
    base?.modules,
    ours.modules,
    theirs.modules,
    entry => entry.key,
    (sides, entry) => mergeFields(sides, moduleFields, { key: entry.key, name: entry.name }, log),
  )
  const collections = mergeBy(
    base?.collections,
    ours.collections,
    theirs.collections,
    ({ name }) => name,
    (sides, { name }) => mergeFields(sides, collectionFields, { key: '', name }, log),
  ).filter(({ name }) => !wasRemovedByUs(name, base, ours))
  const modules = inKnownCollections(merged, collections)
  const parked = unionParked(ours, theirs)
  return { configuration: { ...ours, collections, modules, parked, rest: mergeRest({ base, ours, theirs }) }, ...log }
}

interface FieldLog {
  readonly kept: MergedField[]
  readonly taken: MergedField[]
}

interface Sides<Item> {
  readonly base: Item | undefined
  readonly ours: Item
  readonly theirs: Item
}

const moduleFields = [
  'description',
  'collection',
  'label',
  'autonum',
  'number',
  'metadata',
  'dateShow',
  'banner',
  'image',
  'imageSize',
  'imageBackgroundColour',
  'altText',
  'iframe',
  'bannerColour',
  'engage',
  'engageText',
  'fyi',
  'fyiText',
  'rest',
] as const satisfies readonly (keyof ModuleEntry)[]

const collectionFields = [
  'representation',
  'outputPage',
  'includePage',
  'includeAfter',
  'hide',
  'unallocated',
  'rest',
] as const satisfies readonly (keyof Collection)[]

/** Items of either side by key, ours first and in our order; those of both are merged. */
function mergeBy<Item>(
  base: readonly Item[] | undefined,
  ours: readonly Item[],
  theirs: readonly Item[],
  keyOf: (item: Item) => string,
  merge: (sides: Sides<Item>, ours: Item) => Item,
): readonly Item[] {
  const baseByKey = new Map((base ?? []).map(item => [keyOf(item), item]))
  const theirsByKey = new Map(theirs.map(item => [keyOf(item), item]))
  const ourKeys = new Set(ours.map(keyOf))
  const both = ours.map(item => {
    const other = theirsByKey.get(keyOf(item))
    return other === undefined ? item : merge({ base: baseByKey.get(keyOf(item)), ours: item, theirs: other }, item)
  })
  return [...both, ...theirs.filter(item => !ourKeys.has(keyOf(item)))]
}

function mergeFields<Item extends object>(
  { base, ours, theirs }: Sides<Item>,
  fields: readonly (keyof Item & string)[],
  of: Pick<MergedField, 'key' | 'name'>,
  log: FieldLog,
): Item {
  const merged = { ...ours }
  for (const field of fields) {
    if (isEqual(ours[field], theirs[field]) || (base !== undefined && isEqual(base[field], theirs[field]))) continue
    if (base !== undefined && isEqual(base[field], ours[field])) {
      merged[field] = theirs[field]
      log.taken.push({ ...of, field })
    } else log.kept.push({ ...of, field })
  }
  return merged
}

/** Keys that we do not know, one by one: what only the copy has or changed comes along. */
function mergeRest({ base, ours, theirs }: MergeQuestion): JsonObject {
  const changed = Object.entries(theirs.rest).filter(([key, value]) => {
    const before = ownValue(base?.rest, key)
    return !isEqual(before, value) && isEqual(before, ownValue(ours.rest, key))
  })
  return Object.fromEntries([...Object.entries(ours.rest), ...changed])
}

function ownValue(rest: JsonObject | undefined, key: string): unknown {
  return rest !== undefined && Object.hasOwn(rest, key) ? rest[key] : undefined
}

function wasRemovedByUs(name: string, base: Configuration | null, ours: Configuration): boolean {
  const isIn = ({ collections }: Configuration) => collections.some(collection => collection.name === name)
  return base !== null && isIn(base) && !isIn(ours)
}

/** In none, rather than in one that was renamed or removed here: 1.3 has no tab for it (collections-1.3 §1.1). */
function inKnownCollections(
  modules: readonly ModuleEntry[],
  collections: readonly Collection[],
): readonly ModuleEntry[] {
  const names = new Set(collections.map(({ name }) => name))
  return modules.map(entry =>
    entry.collection === null || names.has(entry.collection) ? entry : { ...entry, collection: null },
  )
}

function unionParked(ours: Configuration, theirs: Configuration): Configuration['parked'] {
  return [...ours.parked, ...theirs.parked.filter(entry => !ours.parked.some(own => isEqual(own, entry)))]
}
