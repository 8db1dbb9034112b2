import type { UnmatchedReason } from '../configuration/configuration.ts'
import type { CurrentUnmatchedRow } from '../import/plan-rows.ts'

const namesakes = 'Several modules bear this name, here or there, and nothing tells which is which.'

const imported: Readonly<Record<UnmatchedReason, string>> = {
  'gone-in-source': 'Deleted in the source course.',
  'not-copied': 'Not among the modules that were copied.',
  'deleted-here': 'Copied, and deleted in this course since.',
  'duplicate-names': namesakes,
  unknown: 'No module here is known to be this one.',
}

const current: Readonly<Record<CurrentUnmatchedRow['why'], string>> = {
  'new-in-source': 'Copied from the source course, whose Collections did not know it yet.',
  'renamed-or-added-here': 'Not part of the copy: added in this course, or renamed.',
  'duplicate-names': namesakes,
  unknown: 'Added or renamed here, or new in the source course: nothing tells.',
}

/** Why a module of last term's Collections has no match, in a sentence. */
export function importedUnmatchedWords(why: UnmatchedReason): string {
  return imported[why]
}

/** Why a module of this course has no match, in a sentence. */
export function currentUnmatchedWords(why: CurrentUnmatchedRow['why']): string {
  return current[why]
}
