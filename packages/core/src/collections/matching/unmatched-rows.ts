import type { ModuleEntry, UnmatchedReason } from '../configuration/configuration.ts'
import type { CourseModule, SourceCourse } from '../import/import-facts.ts'
import type { CurrentUnmatchedRow, ImportedUnmatchedRow } from '../import/plan-rows.ts'
import type { CopyChain } from './copy-chain.ts'
import type { FindIdInSource } from './id-in-source.ts'
import type { Matching } from './match-modules.ts'
import { currentUnmatchedWords, importedUnmatchedWords } from './unmatched-words.ts'

/** What the reasons of unmatched rows are found in. */
export interface UnmatchedQuestion {
  readonly entries: readonly ModuleEntry[]
  readonly modules: readonly CourseModule[]
  readonly matching: Matching
  readonly chain: CopyChain
  readonly source: SourceCourse | undefined
  readonly findIdInSource: FindIdInSource
  /** `modules` may lack some: then none of them can be said to be deleted. */
  readonly mayLackModules: boolean
}

/** *Imported modules not matched*: in last term's Collections, not in this course; each with its reason. */
export function importedUnmatchedRows(question: UnmatchedQuestion): readonly ImportedUnmatchedRow[] {
  const { entries, matching } = question
  if (matching.matched.length === entries.length) return []
  const matched = new Set(matching.matched.map(row => row.key))
  const why = reasonFinder(question)
  return entries
    .filter(({ key }) => !matched.has(key))
    .map(entry => {
      const { key, name: oldName, collection } = entry
      const reason = why(entry)
      const suggestion = matching.suggestions.get(key) ?? null
      return { key, oldName, collection, why: reason, text: importedUnmatchedWords(reason), suggestion }
    })
}

function reasonFinder(question: UnmatchedQuestion): (entry: ModuleEntry) => UnmatchedReason {
  const { entries, matching, chain, source, findIdInSource, mayLackModules } = question
  const inSource = source === undefined || source.modules === null ? null : new Set<string>(source.modules.map(toId))
  const known = new Set(entries.map(findIdInSource))
  // A module of an unknown name may have been renamed in the source, unless each module there is that of another entry.
  const isNameGone = inSource !== null && [...inSource].every(id => known.has(id))
  return entry => {
    const id = findIdInSource(entry)
    if (id !== undefined && chain.assets?.modules.has(id) === true) return mayLackModules ? 'unknown' : 'deleted-here'
    if (id === undefined ? isNameGone : inSource?.has(id) === false) return 'gone-in-source'
    if (matching.ambiguous.has(entry.key)) return 'duplicate-names'
    return id === undefined || chain.assets === null ? 'unknown' : 'not-copied'
  }
}

const toId = ({ id }: CourseModule): string => id

/** *Current modules not matched*: in this course, not in last term's Collections. `collection` comes with the configuration. */
export function currentUnmatchedRows(question: UnmatchedQuestion): readonly Omit<CurrentUnmatchedRow, 'collection'>[] {
  if (question.matching.matched.length === question.modules.length) return []
  const matched = new Set<string>(question.matching.matched.map(row => row.moduleId))
  const copied = question.chain.assets === null ? null : new Set(question.chain.assets.modules.values())
  const namesakes = new Set(
    question.entries.filter(({ key }) => question.matching.ambiguous.has(key)).map(({ name }) => name),
  )
  return question.modules
    .filter(({ id }) => !matched.has(id))
    .map(({ id, name }) => {
      const why =
        copied?.has(id) === true
          ? 'new-in-source'
          : namesakes.has(name)
            ? 'duplicate-names'
            : copied === null
              ? 'unknown'
              : 'renamed-or-added-here'
      return { moduleId: id, name, why, text: currentUnmatchedWords(why) }
    })
}
