import type { Collection } from '../configuration/configuration.ts'

/** Why no static pages can be planned, for the command line. */
export function unreadableWords(where: string): string {
  return `The configuration page cannot be read: ${where}`
}

export function mayNotEditWords(): string {
  return 'You may not edit pages in this course.'
}

export function notImportedWords(): string {
  return 'The Collections of this course are still those of the course it was copied from. Bring them over first.'
}

export function noSuchCollectionWords(unknown: string, collections: readonly Pick<Collection, 'name'>[]): string {
  const names = collections.map(({ name }) => `“${name}”`).join(', ')
  return `There is no collection “${unknown}”. There is: ${names || 'none'}.`
}
