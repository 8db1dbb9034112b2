import { transliterate } from './transliterate.ts'

// Canvas's own stringex (canvas-lms gems/canvas_stringex) works by substitution over the title's text; the order of the rules matters.
// Its `\s` and `\w` are the ASCII ones.
type Rule = readonly [pattern: RegExp, replacement: string]

const attribute = String.raw`[\w:-]+(?:[ \t\r\n\f\v]*=[ \t\r\n\f\v]*(?:[A-Za-z0-9]+|'[^']*?'|"[^"]*?"))?`
const tag = new RegExp(
  String.raw`<[!/?\[]?(?:[\w:-]+|--)(?:[ \t\r\n\f\v]+${attribute}(?:[ \t\r\n\f\v]+${attribute})*)?[ \t\r\n\f\v]*(?:[!/?\]]+|--)?>`,
  'g',
)

const entities: readonly Rule[] = [
  [/&([A-Za-z])(?:grave|acute|circ|tilde|uml|ring|cedil|slash);/g, '$1'],
  [/&#822[01];/g, '"'],
  [/&#821[67];/g, "'"],
  [/&#8230;/g, '...'],
  [/&#8211;/g, '-'],
  [/&#8212;/g, '--'],
  [/&#215;/g, 'x'],
  [/&gt;/g, '>'],
  [/&lt;/g, '<'],
  [/&(?:#8482|trade);/g, '(tm)'],
  [/&(?:#174|reg);/g, '(r)'],
  [/&(?:#169|copy);/g, '(c)'],
  [/&(?:#38|amp);/g, 'and'],
  [/&nbsp;/g, ' '],
  [/&(?:#162|cent);/g, ' cent'],
  [/&(?:#163|pound);/g, ' pound'],
  [/&(?:#188|frac14);/g, 'one fourth'],
  [/&(?:#189|frac12);/g, 'half'],
  [/&(?:#190|frac34);/g, 'three fourths'],
  [/&(?:#176|deg);/g, ' degrees'],
  [/&[^;]+;/g, ''],
]

const characters: readonly Rule[] = [
  [/\.{3,}/g, ' dot dot dot '],
  [/(?:[ \t\r\n\f\v]|^)\$(\d+)\.(\d+)(?:[ \t\r\n\f\v]|$)/gm, ' $1 dollars $2 cents '],
  [/(?:[ \t\r\n\f\v]|^)£(\d+)\.(\d+)(?:[ \t\r\n\f\v]|$)/gm, ' $1 pounds $2 pence '],
  [/[ \t\r\n\f\v]*&[ \t\r\n\f\v]*/g, ' and '],
  [/[ \t\r\n\f\v]*#/g, ' number '],
  [/[ \t\r\n\f\v]*@[ \t\r\n\f\v]*/g, ' at '],
  [/([^ \t\r\n\f\v]|^)\.([^ \t\r\n\f\v])/gm, '$1 dot $2'],
  [/(?:[ \t\r\n\f\v]|^)\$(\d*)(?:[ \t\r\n\f\v]|$)/gm, ' $1 dollars '],
  [/(?:[ \t\r\n\f\v]|^)£(\d*)(?:[ \t\r\n\f\v]|$)/gm, ' $1 pounds '],
  [/(?:[ \t\r\n\f\v]|^)¥(\d*)(?:[ \t\r\n\f\v]|$)/gm, ' $1 yen '],
  [/[ \t\r\n\f\v]*\*[ \t\r\n\f\v]*/g, ' star '],
  [/[ \t\r\n\f\v]*%[ \t\r\n\f\v]*/g, ' percent '],
  [/[ \t\r\n\f\v]*[\\/][ \t\r\n\f\v]*/g, ' slash '],
  [/(^|\w)'(\w|$)/gm, '$1$2'],
  [/[.,:;()[\]/?!^'"_]/g, ' '],
]

/** The slug Canvas derives from a page title; empty when the title holds no letter or number, which Canvas refuses. */
export function toSlug(title: string): string {
  const plain = substitute(squash(title.replace(tag, '')), [...entities, ...characters])
  const words = collapse(substitute(transliterate(plain), characters), ' ')
  return collapse(words.toLowerCase().replace(/[ \t\r\n\f\v]+/g, '-'), '-')
}

/** The first of `base`, `base-2`, `base-3` … that is not taken (canvas-lms wiki_page.rb, `ensure_unique_url`). */
export function freeSlug(base: string, isTaken: (slug: string) => boolean): string {
  if (!isTaken(base)) return base
  let number = 2
  while (isTaken(`${base}-${number}`)) number += 1
  return `${base}-${number}`
}

function substitute(text: string, rules: readonly Rule[]): string {
  return rules.reduce((result, [pattern, replacement]) => result.replace(pattern, replacement), text)
}

function squash(text: string): string {
  return text.replace(/[ \t\r\n\f\v]+/g, ' ').replace(/^ | $/g, '')
}

function collapse(text: string, character: ' ' | '-'): string {
  return text.split(character).filter(Boolean).join(character)
}
