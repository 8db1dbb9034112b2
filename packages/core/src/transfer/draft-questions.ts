import type { CartridgeActivity, CartridgeQuestion } from '../cartridge/index.ts'
import type { HtmlParser } from '../collections/html/html-parser.ts'
import { toHtml } from '../collections/html/to-html.ts'
import type { Question } from '../library/index.ts'
import { draftBlocks } from './draft-blocks.ts'
import { toTextKey } from './draft-keys.ts'
import type { ImportEntry } from './import-report.ts'
import { noteFormulas } from './note-text.ts'
import { readQuestion } from './read-question.ts'

export interface DraftedQuestions {
  readonly key: string
  readonly questions: readonly Question[]
  readonly entries: readonly ImportEntry[]
}

/** The questions of an activity, and what became of each; `key` is that of its text. */
export function draftQuestions(activity: CartridgeActivity, parseHtml: HtmlParser): DraftedQuestions {
  const all = activity.questions.map((raw, index) => {
    const id = raw.identifier ?? `${activity.identifier}-${index + 1}`
    const { question, notes } = draftQuestion(raw, id, parseHtml)
    const name = raw.title?.trim() || `Question ${index + 1}`
    const entry: ImportEntry = { what: 'question', name, origin: id, became: 'question', key: id, notes }
    return { question, entry }
  })
  return {
    key: toTextKey('activity', activity.identifier),
    questions: all.map(({ question }) => question),
    entries: all.map(({ entry }) => entry),
  }
}

function draftQuestion(raw: CartridgeQuestion, id: string, parseHtml: HtmlParser) {
  const { text, kind, answers, isTextOnly, bounds } = readQuestion(raw)
  const stem = draftLine(text, parseHtml)
  const lines = answers.map(answer => draftLine(answer.text, parseHtml))
  const cleaned = answers.map((answer, index) => ({ ...answer, text: lines[index]?.text ?? '' }))
  const question: Question = {
    id,
    text: stem.text,
    ...(kind && { kind }),
    ...(cleaned.length > 0 && { answers: cleaned }),
  }
  const notes = [
    ...(isTextOnly ? [`Only its text: answers of ${raw.type ?? 'this'} kind have no place here.`] : []),
    ...(bounds.length > 0 ? [`Its right answer has no place here: ${bounds.join(', ')}.`] : []),
    ...([stem, ...lines].some(({ hasLost }) => hasLost) ? ['A picture or link in it was not carried over.'] : []),
    ...noteFormulas([stem, ...lines].map(({ formulas }) => formulas)),
  ]
  return { question, notes }
}

/** Of a question: cleaned, in one piece, without anything that it refers to. */
function draftLine(html: string, parseHtml: HtmlParser) {
  const isWeb = (address: string): boolean => /^(?:https?:|mailto:|tel:)/i.test(address.trim())
  const { blocks, lost, formulas } = draftBlocks(parseHtml(html), address =>
    isWeb(address) ? 'away' : { why: 'missing', address },
  )
  const [only] = blocks
  const text =
    blocks.length === 1 && only !== undefined
      ? withoutParagraph(only.text, parseHtml)
      : blocks.map(each => each.text).join('')
  return { text, hasLost: lost.length > 0, formulas }
}

/** A single paragraph without attributes is its inside. */
function withoutParagraph(text: string, parseHtml: HtmlParser): string {
  const [first] = parseHtml(text).children
  const isPlain = first?.type === 'element' && first.tagName === 'p' && Object.keys(first.properties).length === 0
  return isPlain ? toHtml({ type: 'root', children: first.children }) : text
}
