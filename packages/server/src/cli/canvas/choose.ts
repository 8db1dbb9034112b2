import {
  type ConfigurationPage,
  defaultChoices,
  type ImportChoices,
  type ImportFacts,
  type ModuleId,
  type PageId,
  type ReasonCode,
} from '@recourse/core'
import { CliError } from '../cli-error.ts'
import type { ChoiceOptions } from './choice-options.ts'
import { type Pair, resolvePair, resolveRename, type Sides } from './resolve-pair.ts'

/** Choices that need no plan: everything but pairs and renames, which speak of modules by name. */
export function chooseWithoutPairs(
  options: ChoiceOptions,
  action: ImportChoices['action'],
  facts: ImportFacts,
): ImportChoices {
  const { page, acceptSimilar = false, dates, images, allocate, publish = false, visible = false } = options
  return {
    ...defaultChoices,
    action,
    pageId: page === undefined ? null : findPage(page, facts.candidates),
    acceptSimilar,
    dates: dates ?? defaultChoices.dates,
    images: images ?? defaultChoices.images,
    allocate: allocate ?? defaultChoices.allocate,
    publish,
    showToStudents: visible,
    accepted: acceptedReasons(options),
  }
}

/** What is said outright is a decision: nobody has to accept besides what they just chose. */
function acceptedReasons({ accept = [], parkUnmatched, images }: ChoiceOptions): readonly ReasonCode[] {
  const parked = parkUnmatched === true ? (['not-matched', 'similar', 'duplicate-names'] as const) : []
  return [...new Set([...accept, ...parked, ...(images === 'keep' ? (['foreign-image'] as const) : [])])]
}

function findPage(slug: string, candidates: readonly ConfigurationPage[]): PageId {
  const found = candidates.find(page => page.slug === slug || page.pageId === slug || `page_id:${page.pageId}` === slug)
  if (found !== undefined) return found.pageId
  const slugs = candidates.map(page => page.slug).join(', ')
  const next = slugs === '' ? 'This course has none.' : `There is: ${slugs}.`
  throw new CliError('usage', `--page “${slug}”: no configuration page has this address.`, next)
}

export interface ChosenPairs {
  readonly pairs: ImportChoices['pairs']
  readonly renames: ImportChoices['renames']
  /** Renames that name nothing here, as they were typed: said, since the same list may serve many courses. */
  readonly idle: readonly string[]
}

export function choosePairs({ pair = [], rename = [] }: ChoiceOptions, sides: Sides): ChosenPairs {
  const renames = rename.map(text => ({ text, names: resolveRename(text, sides) }))
  return {
    pairs: Object.fromEntries(joinPairs(pair.map(text => resolvePair(text, sides)))),
    renames: Object.fromEntries(renames.flatMap(({ names }) => (names === undefined ? [] : [names]))),
    idle: renames.filter(({ names }) => names === undefined).map(({ text }) => text),
  }
}

/** One module cannot become two things, nor two things one. */
function joinPairs(pairs: readonly Pair[]): readonly (readonly [string, ModuleId | null])[] {
  const taken = new Map<string, Pair>()
  for (const pair of pairs) {
    const before = pair.module === null ? undefined : taken.get(pair.module.id)
    if (before !== undefined && before.key !== pair.key)
      throw new CliError('usage', `--pair gives “${pair.module?.name}” to two entries.`, 'Give each module once.')
    if (pair.module !== null) taken.set(pair.module.id, pair)
  }
  return pairs.map(({ key, module }) => [key, module?.id ?? null])
}
