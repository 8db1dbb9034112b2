import type { Block, PageContent } from '@recourse/core/library'
import { toReferences } from './markup/references.ts'

/** What somebody typed and did not save, with what it was typed into. */
export interface Draft {
  /** When it was last typed into, as an instant. */
  readonly at: string
  readonly baseRevisionId: string
  readonly base: PageContent
  readonly content: PageContent
}

/** `undefined`: it is none, or one that another version wrote. */
export function parseDraft(text: string): Draft | undefined {
  const value = parseJson(text)
  if (!isRecord(value) || typeof value.at !== 'string' || typeof value.baseRevisionId !== 'string') return undefined
  const [base, content] = [toContent(value.base), toContent(value.content)]
  if (base === undefined || content === undefined || Number.isNaN(Date.parse(value.at))) return undefined
  return { at: value.at, baseRevisionId: value.baseRevisionId, base, content }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}

function toContent(value: unknown): PageContent | undefined {
  if (!isRecord(value) || typeof value.title !== 'string' || !Array.isArray(value.blocks)) return undefined
  const blocks = value.blocks.map(toBlock)
  const whole = blocks.filter(block => block !== undefined)
  return whole.length === blocks.length ? { title: value.title, blocks: whole } : undefined
}

function toBlock(value: unknown): Block | undefined {
  if (!isRecord(value) || !Array.isArray(value.references)) return undefined
  const { id, kind, text } = value
  const references = toReferences(value.references)
  if (typeof id !== 'string' || typeof kind !== 'string' || typeof text !== 'string') return undefined
  return references.length === value.references.length ? { id, kind, text, references } : undefined
}
