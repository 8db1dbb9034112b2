import { cleanHtml, toHtml } from '@recourse/core'
import type { ObjectContent, PageContent, Question } from '@recourse/core/library'
import { parseHtml } from '../read-html.ts'
import { cleanText, requireName } from './clean-text.ts'

/** Markup as it may be kept and drawn for anybody (docs/decisions/0010). Cleaning it again changes nothing. */
export function cleanMarkup(markup: string): string {
  return toHtml(cleanHtml(parseHtml(cleanText(markup)), { iframeHosts: [] }))
}

/** A page as it may be kept. */
export function cleanPage({ title, blocks }: PageContent): PageContent {
  return { title: cleanText(title), blocks: blocks.map(block => ({ ...block, text: cleanMarkup(block.text) })) }
}

/** A Learning Object as it may be kept. */
export function cleanObject(content: ObjectContent): ObjectContent {
  return {
    ...content,
    name: requireName(content.name),
    objective: cleanMarkup(content.objective),
    keywords: content.keywords.map(cleanText),
    reviewExercise: cleanMarkup(content.reviewExercise),
    questions: content.questions.map(cleanQuestion),
  }
}

function cleanQuestion({ answers, ...question }: Question): Question {
  const clean = { ...question, text: cleanMarkup(question.text) }
  if (answers === undefined) return clean
  return { ...clean, answers: answers.map(answer => ({ ...answer, text: cleanMarkup(answer.text) })) }
}

/** Content of a library item as it may be kept: its `text` is markup, its `url` leads to the web or is left out. */
export function cleanItem(content: object): object {
  return Object.fromEntries(
    Object.entries(content).flatMap(([name, value]: readonly [string, unknown]) => {
      if (name === 'text' && typeof value === 'string') return [[name, cleanMarkup(value)]]
      return name === 'url' && !isWebAddress(value) ? [] : [[name, value]]
    }),
  )
}

function isWebAddress(value: unknown): boolean {
  return typeof value === 'string' && /^(?:https?|mailto):/i.test(value.trim())
}
