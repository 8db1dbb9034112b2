import { findSentence, historyWords } from '../words/history-words.ts'
import { operationWords } from '../words/notice-words.ts'
import type { HistoryEntry } from './use-history.ts'

type Done = Pick<HistoryEntry, 'operation' | 'undoes' | 'subject'>

/** What was done, in a sentence that goes on after who did it. */
export function Deed({ entry }: { readonly entry: Done }) {
  const { before, name, after } = toParts(entry)
  return (
    <>
      {before}
      {name !== undefined && (
        <bdi>
          <i>{name}</i>
        </bdi>
      )}
      {after}
    </>
  )
}

/** The same as text, for a label. */
export function toDeedText(entry: Done): string {
  const { before, name, after } = toParts(entry)
  return `${before}${name ?? ''}${after}`
}

interface Parts {
  readonly before: string
  readonly name?: string
  readonly after: string
}

function toParts({ operation, undoes, subject }: Done): Parts {
  const took = undoes === null ? '' : `${historyWords.took} `
  const deed = undoes ?? operation
  const sentence = findSentence(deed)
  if (sentence === undefined || subject === null) return { before: `${took}${operationWords[deed] ?? deed}`, after: '' }
  const [before = '', after = ''] = sentence.split('{}')
  const more = subject.count > 1 ? historyWords.more(subject.count - 1) : ''
  return {
    before: `${took}${before}`,
    name: subject.name.trim() === '' ? historyWords.unnamed : subject.name,
    after: `${more}${after}`,
  }
}
