import type { Block, Reference } from './page-content.ts'

/**
 * How an element's text speaks of what it refers to: `<a href="#ref-1">`, `<img src="#ref-2">`, counted from 1 in the
 * element's `references`. So the text never holds an address that a copy, or another picture in its place, makes wrong.
 */
export function toReferenceMark(index: number): string {
  return `#ref-${index + 1}`
}

/** The reference that an address in the element's text means; `undefined` for any other address. */
export function findMarked({ references }: Pick<Block, 'references'>, address: string): Reference | undefined {
  const [, number] = /^#ref-([1-9]\d{0,5})$/.exec(address) ?? []
  return number === undefined ? undefined : references[Number(number) - 1]
}
