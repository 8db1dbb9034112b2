import type { CandidatePage, NothingPlan } from './import-plan.ts'

/** Why there is nothing to import, in a sentence. */
export function nothingWords(why: NothingPlan['why']): string {
  if (why === 'no-configuration') return 'This course has no Canvas Collections configuration.'
  return why === 'blank'
    ? 'The Canvas Collections configuration of this course is empty: there is nothing to import.'
    : 'Canvas Collections is imported already: the configuration is this course’s own.'
}

/** What is wrong with a page that cannot be read, and what to do about it. */
export function brokenWords({ title }: Pick<CandidatePage, 'title'>, where: string): string {
  return `The page “${title}” cannot be read: ${where} Restore an earlier version from its history, or refresh.`
}

/** That a person has to say which page counts. */
export function severalWords(count: number): string {
  return `${count} pages hold a configuration: choose the one to import.`
}
