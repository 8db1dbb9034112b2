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
 * Suggestions between names that did not match: pairs of indexes, in the order of the old names, each index at
 * most once on either side. A pair shares a word that few names share, is like enough, and clearly ahead of every other
 * candidate of either side. Names come normalised (`normalizeName`).
 */
export function findSimilarNames(oldNames: readonly string[], currentNames: readonly string[]): readonly Likeness[] {
  const candidates = likenesses(oldNames, currentNames)
  const isBestOfOld = clearBest(candidates, oldNames.length, pair => pair.old)
  const isBestOfCurrent = clearBest(candidates, currentNames.length, pair => pair.current)
  return candidates.filter(pair => isBestOfOld(pair) && isBestOfCurrent(pair))
}

/** A name with its words, which every comparison asks for. */
interface Words {
  readonly name: string
  readonly words: readonly string[]
}

function likenesses(oldNames: readonly string[], currentNames: readonly string[]): Likeness[] {
  const current = currentNames.map(toWords)
  const findNearest = nearestFinder(current)
  const found: Likeness[] = []
  for (const [old, name] of oldNames.entries()) {
    const from = toWords(name)
    for (const place of findNearest(from.words)) {
      const to = current[place]
      const alike = to === undefined ? 0 : likeness(from, to)
      if (alike >= enoughLikeness) found.push({ old, current: place, likeness: alike })
    }
  }
  return found
}

function toWords(name: string): Words {
  const words: readonly string[] = name.match(/[\p{L}\p{N}]+/gu) ?? []
  return { name, words: words.filter((word, at) => words.indexOf(word) === at) }
}

/** Word → the names that hold it; of a word that says nothing as many as show that. */
function wordIndex(names: readonly Words[]): ReadonlyMap<string, readonly number[]> {
  const index = new Map<string, number[]>()
  for (const [place, { words }] of names.entries()) {
    for (const word of words) {
      const places = index.get(word)
      if (places === undefined) index.set(word, [place])
      else if (places.length <= maxCandidates) places.push(place)
    }
  }
  return index
}

/** The names that share the rarest words, weighed by rarity; a word that more than `maxCandidates` share says nothing. */
function nearestFinder(names: readonly Words[]): (words: readonly string[]) => readonly number[] {
  const index = wordIndex(names)
  // One for all questions: a map for each would be the dearest part of a question that finds nobody.
  const weights = new Float64Array(names.length)
  const weightOf = (place: number) => weights[place] ?? 0
  return words => {
    const touched: number[] = []
    for (const word of words) {
      const places = index.get(word) ?? []
      if (places.length > maxCandidates) continue
      for (const place of places) {
        if (weightOf(place) === 0) touched.push(place)
        weights[place] = weightOf(place) + 1 / places.length
      }
    }
    touched.sort((a, b) => weightOf(b) - weightOf(a) || a - b)
    for (const place of touched) weights[place] = 0
    return touched.slice(0, maxCandidates)
  }
}

/** By letters or by words, whichever is higher: words may have changed places. */
function likeness(a: Words, b: Words): number {
  const byLetters = 1 - distance(a.name, b.name) / Math.max(a.name.length, b.name.length, 1)
  const shared = a.words.filter(word => b.words.includes(word)).length
  return Math.max(byLetters, (2 * shared) / Math.max(a.words.length + b.words.length, 1))
}

/** Whether a pair is the likest on its side, and clearly so. */
function clearBest(
  pairs: readonly Likeness[],
  count: number,
  side: (pair: Likeness) => number,
): (pair: Likeness) => boolean {
  const [best, second] = [new Float64Array(count), new Float64Array(count)]
  for (const pair of pairs) {
    const at = side(pair)
    const before = best[at] ?? 0
    second[at] = Math.max(second[at] ?? 0, Math.min(before, pair.likeness))
    best[at] = Math.max(before, pair.likeness)
  }
  return pair => {
    const at = side(pair)
    return pair.likeness === best[at] && pair.likeness - (second[at] ?? 0) >= clearMargin
  }
}
