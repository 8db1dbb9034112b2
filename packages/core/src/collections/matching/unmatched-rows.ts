import type { ModuleEntry, UnmatchedReason } from '../configuration/configuration.ts'
import type { CourseModule, SourceCourse } from '../import/import-facts.ts'
import type { CurrentUnmatchedRow, ImportedUnmatchedRow } from '../import/plan-rows.ts'
import type { CopyChain } from './copy-chain.ts'
import type { Matching } from './match-modules.ts'
import { currentUnmatchedWords, importedUnmatchedWords } from './unmatched-words.ts'

/** What the reasons of unmatched rows are found in. */
export interface UnmatchedQuestion {
  readonly entries: readonly ModuleEntry[]
  readonly modules: readonly CourseModule[]
  readonly matching: Matching
  readonly chain: CopyChain
  readonly source: SourceCourse | undefined
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
    .map(({ key, name, collection }) => ({
      key,
      oldName: name,
      collection,
      why: why(key),
      text: importedUnmatchedWords(why(key)),
      suggestion: matching.suggestions.get(key) ?? null,
    }))
}

function reasonFinder({
  matching,
  chain,
  source,
  mayLackModules,
}: UnmatchedQuestion): (key: string) => UnmatchedReason {
  const inSource =
    source?.modules === null || source === undefined ? null : new Set<string>(source.modules.map(({ id }) => id))
  return key => {
    if (chain.assets?.modules.has(key) === true) return mayLackModules ? 'unknown' : 'deleted-here'
    if (inSource?.has(key) === false) return 'gone-in-source'
    if (matching.ambiguous.has(key)) return 'duplicate-names'
    return chain.assets === null ? 'unknown' : 'not-copied'
  }
}

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
