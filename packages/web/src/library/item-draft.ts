import type { ItemKind } from '@recourse/core/library'
import { libraryWords } from '../words/library-words.ts'
import { isFormatted, textOf, toMarkup, toText } from './item-text.ts'
import type { KnownItem } from './use-items.ts'

/** A web link or a term as it stands in the fields of a form. */
export interface ItemDraft {
  readonly kind: Exclude<ItemKind, 'media'>
  readonly name: string
  /** Its address, or its definition. */
  readonly content: string
  /** The definition is edited as HTML: it has more in it than lines. */
  readonly isMarkup: boolean
}

export function toDraft({ kind, name, content }: KnownItem): ItemDraft {
  if (kind !== 'term') return { kind: 'resource', name, content: textOf(content, 'url'), isMarkup: false }
  const markup = textOf(content, 'text')
  const isMarkup = isFormatted(markup)
  return { kind, name, content: isMarkup ? markup : toText(markup), isMarkup }
}

export interface DraftFaults {
  readonly name?: string
  readonly content?: string
}

const LONGEST = 255

/** What is missing or cannot be, field by field. */
export function findDraftFaults({ kind, name, content }: ItemDraft): DraftFaults {
  const text = content.trim()
  const isContent = kind === 'term' ? text !== '' : /^https?:\/\/[^\s]+$/i.test(text) && URL.canParse(text)
  return {
    ...(name.trim() === '' && { name: libraryWords.nameMissing }),
    ...(name.trim().length > LONGEST && { name: libraryWords.nameLong }),
    ...(!isContent && { content: kind === 'term' ? libraryWords.definitionMissing : libraryWords.urlWrong }),
  }
}

/** Content of a web link as the server takes it. */
export function toUrlContent({ content }: ItemDraft): { readonly url: string } {
  return { url: content.trim() }
}

/** Content of a term as the server takes it. */
export function toTermContent({ content, isMarkup }: ItemDraft): { readonly text: string } {
  return { text: isMarkup ? content : toMarkup(content) }
}
