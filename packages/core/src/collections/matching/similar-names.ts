import { distance } from 'fastest-levenshtein'

/** The most candidates a name is compared with letter by letter: all against all on 1,000 names costs seconds. */
const maxCandidates = 20
const enoughLikeness = 0.6
/** A suggestion must be this much better than the second best, or it is a guess. */
const clearMargin = 0.1

export interface Likeness {
  readonly old: number
  readonly current: number
  /** 0–1: 1 is the same name. */
  readonly likeness: number
}

/**
 * Suggestions between names that did not match: pairs of indexes, the likest first, each index at most once on
 * either side. A pair shares a word that few names share, is like enough, and clearly ahead of every other
 * candidate of either side. Names come normalised (`normalizeName`).
 */
export function findSimilarNames(oldNames: readonly string[], currentNames: readonly string[]): readonly Likeness[] {
  const candidates = likenesses(oldNames, currentNames)
  const bestOfOld = bestTwo(candidates, pair => pair.old)
  const bestOfCurrent = bestTwo(candidates, pair => pair.current)
  return candidates
    .filter(pair => isClear(pair, bestOfOld.get(pair.old)) && isClear(pair, bestOfCurrent.get(pair.current)))
    .sort((a, b) => b.likeness - a.likeness || a.old - b.old)
}

/** A name with its words, which every comparison asks for. */
interface Words {
  readonly name: string
  readonly words: readonly string[]
}

function likenesses(oldNames: readonly string[], currentNames: readonly string[]): Likeness[] {
  const current = currentNames.map(toWords)
  const index = wordIndex(current)
  return oldNames.map(toWords).flatMap((from, old) =>
    nearest(from.words, index).flatMap(place => {
      const to = current[place]
      const found = to === undefined ? 0 : likeness(from, to)
      return found >= enoughLikeness ? [{ old, current: place, likeness: found }] : []
    }),
  )
}

function toWords(name: string): Words {
  return { name, words: [...new Set(name.match(/[\p{L}\p{N}]+/gu) ?? [])] }
}

function wordIndex(names: readonly Words[]): ReadonlyMap<string, readonly number[]> {
  const index = new Map<string, number[]>()
  for (const [place, { words }] of names.entries()) {
    for (const word of words) {
      const places = index.get(word)
      if (places === undefined) index.set(word, [place])
      else places.push(place)
    }
  }
  return index
}

/** The names that share the rarest words, weighed by rarity; a word that more than `maxCandidates` share says nothing. */
function nearest(words: readonly string[], index: ReadonlyMap<string, readonly number[]>): readonly number[] {
  const weights = new Map<number, number>()
  for (const word of words) {
    const places = index.get(word) ?? []
    if (places.length > maxCandidates) continue
    for (const place of places) weights.set(place, (weights.get(place) ?? 0) + 1 / places.length)
  }
  return [...weights]
    .sort(([a, weightOfA], [b, weightOfB]) => weightOfB - weightOfA || a - b)
    .slice(0, maxCandidates)
    .map(([place]) => place)
}

/** By letters or by words, whichever is higher: words may have changed places. */
function likeness(a: Words, b: Words): number {
  const byLetters = 1 - distance(a.name, b.name) / Math.max(a.name.length, b.name.length, 1)
  const shared = a.words.filter(word => b.words.includes(word)).length
  return Math.max(byLetters, (2 * shared) / Math.max(a.words.length + b.words.length, 1))
}

interface BestTwo {
  readonly best: number
  readonly second: number
}

function bestTwo(pairs: readonly Likeness[], side: (pair: Likeness) => number): ReadonlyMap<number, BestTwo> {
  const found = new Map<number, BestTwo>()
  for (const pair of pairs) {
    const { best, second } = found.get(side(pair)) ?? { best: 0, second: 0 }
    found.set(
      side(pair),
      pair.likeness > best ? { best: pair.likeness, second: best } : { best, second: Math.max(second, pair.likeness) },
    )
  }
  return found
}

function isClear(pair: Likeness, two: BestTwo | undefined): boolean {
  return two !== undefined && pair.likeness === two.best && two.best - two.second >= clearMargin
}
