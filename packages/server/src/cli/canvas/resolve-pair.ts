import type { ModuleId } from '@recourse/core'
import { CliError } from '../cli-error.ts'

/** The two sides that a pair is made of, under their real names. */
export interface Sides {
  /** The option and whose entries they are, for messages. */
  readonly option: string
  readonly holder: string
  readonly entries: readonly { readonly key: string; readonly name: string }[]
  readonly modules: readonly { readonly id: ModuleId; readonly name: string }[]
}

export interface Pair {
  readonly key: string
  readonly oldName: string
  /** `null`: none of them. */
  readonly module: Sides['modules'][number] | null
}

const LOOK = '--all lists them with their keys and ids.'

/**
 * `OLD=NEW`, by key and id or by name. Names may hold `=` themselves, so every split is tried against what really
 * exists; it has to come out at one pair.
 */
export function resolvePair(text: string, sides: Sides): Pair {
  const splits = splitsOf(text)
  if (splits.length === 0)
    throw new CliError('usage', `${sides.option} “${text}” has no “=” in it.`, `Write ${sides.option} OLD=NEW.`)
  const pairs = splits.flatMap(([old, current]) => pairsOf(old, current, sides))
  const [pair, other] = distinct(pairs)
  if (pair !== undefined && other === undefined) return pair
  throw new CliError('usage', other === undefined ? strangers(text, splits, sides) : several(text, pairs, sides), LOOK)
}

/** By names only; `undefined` where this course has no such pair of names. */
export function resolveRename(text: string, sides: Sides): readonly [old: string, current: string] | undefined {
  const isKnown = (named: readonly { readonly name: string }[], name: string) => named.some(one => one.name === name)
  return splitsOf(text).find(([old, current]) => isKnown(sides.entries, old) && isKnown(sides.modules, current))
}

function splitsOf(text: string): readonly (readonly [string, string])[] {
  return [...text.matchAll(/=/g)].map(({ index }) => [text.slice(0, index), text.slice(index + 1)] as const)
}

function pairsOf(old: string, current: string, sides: Sides): readonly Pair[] {
  const modules = findModules(current, sides)
  return findEntries(old, sides).flatMap(({ key, name }) => modules.map(module => ({ key, oldName: name, module })))
}

/** A key before a name: a module may be called "81". */
function findEntries(text: string, { entries }: Sides): Sides['entries'] {
  const byKey = entries.filter(({ key }) => key === text)
  return byKey.length > 0 ? byKey : entries.filter(({ name }) => name === text)
}

function findModules(text: string, { modules }: Sides): readonly Pair['module'][] {
  const byId = modules.filter(({ id }) => id === text)
  if (byId.length > 0) return byId
  const byName = modules.filter(({ name }) => name === text)
  return byName.length === 0 && (text === 'none' || text === '') ? [null] : byName
}

function distinct(pairs: readonly Pair[]): readonly Pair[] {
  return [...new Map(pairs.map(pair => [JSON.stringify([pair.key, pair.module?.id ?? null]), pair])).values()]
}

function several(text: string, pairs: readonly Pair[], { option }: Sides): string {
  const written = distinct(pairs).map(({ key, module }) => `${key}=${module?.id ?? 'none'}`)
  return `${option} “${text}” may mean ${written.join(' or ')}: say it by key and id.`
}

function strangers(text: string, splits: readonly (readonly [string, string])[], sides: Sides): string {
  const old = splits.find(([left]) => findEntries(left, sides).length > 0)
  if (old === undefined) return `${sides.option} “${text}”: ${sides.holder} no such module.`
  return `${sides.option} “${text}”: this course has no module “${old[1]}”.`
}
