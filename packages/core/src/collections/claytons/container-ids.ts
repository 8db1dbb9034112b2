import { hashText } from './hash-text.ts'

const prefix = 'cc-output-'

/** The id under which 1.3 writes a collection (collections-1.3 §4), as Canvas stores it: without white space. */
export function oldContainerId(name: string): string {
  return `${prefix}${name.replaceAll(' ', '-')}`.replace(/\s/g, '')
}

/**
 * The id of each collection's generated part, by name: 1.3's own where it is safe in a link and no other collection
 * has the same, so that either finds what the other wrote; else made from the name.
 */
export function containerIds(names: readonly string[]): ReadonlyMap<string, string> {
  const shared = new Set(names.map(oldContainerId).filter((id, at, ids) => ids.indexOf(id) !== at))
  return new Map(names.map(name => [name, toContainerId(name, shared)]))
}

function toContainerId(name: string, shared: ReadonlySet<string>): string {
  const old = oldContainerId(name)
  const isPlain = /^[\p{L}\p{N}_ -]+$/u.test(name) && !(shared.has(old) && name.includes('-'))
  if (isPlain) return old
  const slug = name.replace(/[^\p{L}\p{N}_]+/gu, '-').replace(/^-|-$/g, '')
  return `${prefix}${slug === '' ? '' : `${slug}-`}${hashText(name)}`
}
