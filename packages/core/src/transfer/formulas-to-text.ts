import type { Element, Root } from 'hast'
import { createText, elements, textContent } from '../collections/html/html-tree.ts'

export interface Formulas {
  /** How many are TeX in the text now. */
  readonly written: number
  /** What cleaning leaves of those that say nothing in words: letters without what stands where. */
  readonly broken: readonly string[]
}

/** MathML does not pass the cleaning (docs/decisions/0010): a formula becomes the words that it brings along. Changes the tree. */
export function formulasToText(tree: Root): Formulas {
  const formulas = elements(tree).filter(({ tagName }) => tagName === 'math')
  const words = formulas.map(wordsOf)
  for (const [index, formula] of formulas.entries()) {
    const text = words[index]
    if (text === undefined) continue
    formula.tagName = 'span'
    formula.properties = {}
    formula.children = [createText(text)]
  }
  const broken = formulas.filter((_, index) => words[index] === undefined)
  return { written: formulas.length - broken.length, broken: broken.map(each => textContent(each).trim()) }
}

function wordsOf(formula: Element): string | undefined {
  const { alttext } = formula.properties
  const tex = elements(formula).find(
    ({ tagName, properties }) => tagName === 'annotation' && properties.encoding === 'application/x-tex',
  )
  return [typeof alttext === 'string' ? alttext : '', tex ? textContent(tex) : '']
    .map(text => text.trim())
    .find(text => text !== '')
}
