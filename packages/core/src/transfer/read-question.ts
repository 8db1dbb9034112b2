import type { Element } from 'xast'
import type { CartridgeQuestion } from '../cartridge/index.ts'
import { attributeOf, childElements, childNamed, descendantsNamed, localName, textOf } from '../cartridge/xml.ts'
import type { Answer, QuestionKind } from '../library/index.ts'

export interface ReadQuestion {
  /** Markup as the package has it. */
  readonly text: string
  readonly kind: QuestionKind | undefined
  readonly answers: readonly Answer[]
  /** Its way of answering has no place here: only its text is carried over. */
  readonly isTextOnly: boolean
  /** What a typed answer is held against, where that is no list of words: `≥ 3`. */
  readonly bounds: readonly string[]
}

const kinds: readonly (readonly [word: RegExp, kind: QuestionKind])[] = [
  [/^(?:multiple_choice|true_false)_question$|^cc\.(?:multiple_choice|true_false)\./, 'choice'],
  [/^multiple_answers_question$|^cc\.multiple_response\./, 'choices'],
  [/^(?:short_answer|numerical)_question$|^cc\.(?:fib|pattern_match)\./, 'blank'],
  [/^essay_question$|^cc\.essay\./, 'essay'],
]

const texts = /^text_only_question$/

/** A question of QTI 1.2, as Canvas and Common Cartridges write it. */
export function readQuestion({ raw, type }: CartridgeQuestion): ReadQuestion {
  const kind = kinds.find(([word]) => word.test(type ?? ''))?.[1]
  const presentation = childNamed(raw, 'presentation')
  const answers = kind === undefined || kind === 'essay' ? [] : readAnswers(raw, presentation, kind)
  const isTextOnly = kind === undefined && !texts.test(type ?? '')
  const bounds = kind === 'blank' && answers.length === 0 ? boundsOf(raw) : []
  return { text: stemOf(presentation), kind, answers, isTextOnly, bounds }
}

/** What is asked stands beside the ways of answering, in `flow` or not. */
function stemOf(presentation: Element | undefined): string {
  const found: string[] = []
  const waiting = presentation ? childElements(presentation).toReversed() : []
  for (let element = waiting.pop(); element !== undefined; element = waiting.pop()) {
    if (localName(element) === 'material') found.push(...descendantsNamed(element, 'mattext').map(toMarkup))
    else if (!localName(element).startsWith('response_')) waiting.push(...childElements(element).toReversed())
  }
  return found.join('\n')
}

function toMarkup(text: Element): string {
  const written = textOf(text)
  return attributeOf(text, 'texttype') === 'text/html' ? written : escapeMarkup(written)
}

function escapeMarkup(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

function readAnswers(item: Element, presentation: Element | undefined, kind: QuestionKind): readonly Answer[] {
  const right = rightValues(item)
  if (kind === 'blank') return right.map(text => ({ text: escapeMarkup(text), isRight: true }))
  return descendantsNamed(presentation, 'response_label').map(label => ({
    text: descendantsNamed(label, 'mattext').map(toMarkup).join(' '),
    isRight: right.includes(attributeOf(label, 'ident') ?? ''),
  }))
}

const boundSigns = new Map([
  ['vargt', '>'],
  ['vargte', '≥'],
  ['varlt', '<'],
  ['varlte', '≤'],
  ['varsubset', 'has'],
  ['varsubstring', 'has'],
])

function boundsOf(item: Element): readonly string[] {
  const conditions = descendantsNamed(item, 'conditionvar').flatMap(condition =>
    [...boundSigns].flatMap(([name, sign]) =>
      descendantsNamed(condition, name).map(each => `${sign} ${textOf(each).trim()}`),
    ),
  )
  return [...new Set(conditions)]
}

/** What a condition asks for that gives points; not what it asks to be absent. */
function rightValues(item: Element): readonly string[] {
  const scored = descendantsNamed(item, 'respcondition').filter(condition =>
    descendantsNamed(condition, 'setvar').some(each => Number(textOf(each)) > 0),
  )
  return [...new Set(scored.flatMap(condition => wantedValues(childNamed(condition, 'conditionvar'))))]
}

function wantedValues(parent: Element | undefined): readonly string[] {
  const found: string[] = []
  const waiting = parent ? childElements(parent).toReversed() : []
  for (let element = waiting.pop(); element !== undefined; element = waiting.pop()) {
    if (localName(element) === 'varequal') found.push(textOf(element).trim())
    if (localName(element) !== 'not') waiting.push(...childElements(element).toReversed())
  }
  return found
}
