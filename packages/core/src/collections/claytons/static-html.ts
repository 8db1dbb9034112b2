import type { Element, ElementContent } from 'hast'
import { cleanHtml } from '../html/clean-html.ts'
import type { HtmlParser } from '../html/html-parser.ts'
import { createElement } from '../html/html-tree.ts'

/** What somebody stored is read and cleaned with these. */
export interface StaticRules {
  readonly parseHtml: HtmlParser
  readonly iframeHosts: readonly string[]
}

/** Attributes that our cleaning keeps, or adds, and Canvas's does not (canvas-api §4). */
const removed =
  /^(?:rel|loading|datetime|open|reversed|aria-(?!(?:labelledby|atomic|busy|controls|describedby|disabled|dropeffect|flowto|grabbed|haspopup|hidden|label|live|owns|relevant|autocomplete|checked|expanded|level|multiline|multiselectable|orientation|pressed|readonly|required|selected|sort|value(?:max|min|now|text))$).*)$/

/** Families of style properties of which Canvas lists only some (canvas-api §4). */
const property =
  /^(?:(?:align|justify|place)-(?:content|items|self)|background(?:-(?:color|image|position|repeat))?|border(?:-(?:collapse|color|radius|spacing|style|width|(?:bottom|left|right|top)(?:-(?:color|style|width))?|(?:bottom|top)-(?:left|right)-radius))?|clear|color|(?:column-|row-)?gap|direction|display|flex(?:-(?:basis|direction|flow|grow|shrink|wrap))?|float|font(?:-(?:family|size|stretch|style|variant|weight))?|grid(?:-(?:template(?:-(?:areas|columns|rows))?|(?:column|row)(?:-(?:start|end))?|area))?|(?:max-|min-)?(?:height|width)|line-height|list-style(?:-(?:image|position|type))?|(?:margin|padding)(?:-(?:bottom|left|right|top))?|order|overflow(?:-[xy])?|table-layout|text-(?:align|decoration|indent)|vertical-align|visibility|white-space)$/

// biome-ignore lint/suspicious/noControlCharactersInRegex: Canvas's parser takes these out of a body.
const unsuitable = /[\u0000-\u0008\u000b\u000e-\u001f\u007f-\u009f\ufdd0-\ufdef\ufffe\uffff]/g

/** Stored HTML, cleaned, with only what Canvas keeps in a page: what is generated is what is stored. */
export function toStatic(html: string, { parseHtml, iframeHosts }: StaticRules): readonly ElementContent[] {
  const clean = cleanHtml(parseHtml(toStaticText(html)), { iframeHosts })
  return clean.children.flatMap((node): readonly ElementContent[] => {
    if (node.type === 'element') return [keepStatic(node)]
    return node.type === 'text' ? [node] : []
  })
}

/** Text without what Canvas's parser removes or changes. */
export function toStaticText(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(unsuitable, '')
}

/** Not recursive: stored HTML nests as deep as it likes. */
function keepStatic(from: Element): Element {
  const kept = createElement(from.tagName, keepAttributes(from))
  const waiting = [{ from, into: kept }]
  for (let job = waiting.pop(); job !== undefined; job = waiting.pop()) {
    for (const node of job.from.children) {
      if (node.type === 'text') job.into.children.push(node)
      if (node.type !== 'element') continue
      const copy = createElement(node.tagName, keepAttributes(node))
      job.into.children.push(copy)
      waiting.push({ from: node, into: copy })
    }
  }
  return kept
}

function keepAttributes({ tagName, properties }: Element): Readonly<Record<string, string>> {
  const kept = Object.entries(properties).flatMap(([name, value]) => {
    if (removed.test(name) || (tagName === 'li' && name === 'value')) return []
    const text = name === 'style' ? keepStyle(String(value)) : toStaticText(String(value))
    return text === '' && name === 'style' ? [] : [[name, text] as const]
  })
  return Object.fromEntries(kept)
}

/** As our cleaning writes it: `name: value; name: value;`. */
function keepStyle(style: string): string {
  return style
    .split('; ')
    .filter(declaration => property.test(declaration.split(':')[0] ?? ''))
    .join('; ')
}
