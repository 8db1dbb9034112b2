import { transferWords } from '../words/transfer-words.ts'
import type { ImportReport } from './use-import.ts'

export interface ImportSummary {
  /** What there is of each kind; nothing of a kind is no line. */
  readonly made: readonly string[]
  /** Each thing that became nothing, and why. */
  readonly left: readonly string[]
  /** Each thing that became something with a remark. */
  readonly noted: readonly string[]
  readonly reused: number
}

/** The report in lines for a person. */
export function toImportSummary({ counts, entries, reused }: ImportReport): ImportSummary {
  const { modules, objects, pages, questions, media, resources, terms } = counts
  const words = transferWords.counts
  const made = [
    [modules, words.modules],
    [objects, words.objects],
    [pages, words.pages],
    [questions, words.questions],
    [media, words.media],
    [resources, words.resources],
    [terms, words.terms],
  ] as const
  return {
    made: made.filter(([count]) => count > 0).map(([count, word]) => word(count)),
    left: entries.filter(({ became }) => became === 'nothing').map(toLine),
    noted: entries.filter(({ became, notes }) => became !== 'nothing' && notes.length > 0).map(toLine),
    reused: reused.objects + reused.items,
  }
}

function toLine({ what, name, notes }: ImportReport['entries'][number]): string {
  const thing = transferWords.entry(what, name)
  return notes.length === 0 ? thing : `${thing}: ${notes.join(' ')}`
}
