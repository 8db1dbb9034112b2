import type { Element } from 'hast'
import { attribute } from '../html/html-tree.ts'
import { hashText } from './hash-text.ts'
import { type AddressDetail, fingerprintAttribute, partText } from './part-text.ts'

/** A generated part on a page, compared with what would be written now. */
export type PartState =
  | 'absent'
  /** As it would be written now, also after a copy. */
  | 'current'
  | 'outdated'
  /** Not as it was generated. */
  | 'edited'
  /** Written by 1.3, which left no sign. */
  | 'unsigned'

/** The part with a fingerprint of what is in it. */
export function sign(part: Element): Element {
  const { [fingerprintAttribute]: _old, ...properties } = part.properties
  const unsigned = { ...part, properties }
  return { ...unsigned, properties: { ...properties, [fingerprintAttribute]: fingerprintOf(unsigned) } }
}

function fingerprintOf(part: Element): string {
  return `v2-${hashOf(part, 'with-kinds')}`
}

function hashOf(part: Element, detail: AddressDetail): string {
  const { [fingerprintAttribute]: _old, ...properties } = part.properties
  return hashText(partText({ ...part, properties }, detail))
}

export function isSigned(part: Element): boolean {
  return attribute(part, fingerprintAttribute) !== undefined
}

/** Nobody worked on it since. Until kinds of links were told apart, parts were signed `v1`. */
export function isAsSigned(part: Element): boolean {
  const signed = attribute(part, fingerprintAttribute)
  return signed === fingerprintOf(part) || signed === `v1-${hashOf(part, 'without-ids')}`
}

export function judgePart(found: Element | undefined, generated: Element): PartState {
  if (found === undefined) return 'absent'
  if (!isSigned(found)) return 'unsigned'
  const isUntouched = isAsSigned(found)
  if (isSame(found, generated)) return isUntouched ? 'current' : 'outdated'
  return isUntouched ? 'outdated' : 'edited'
}

/** What stands there is what counts, whatever its fingerprint says. */
function isSame(found: Element, generated: Element): boolean {
  return partText(found, 'with-ids') === partText(generated, 'with-ids')
}
