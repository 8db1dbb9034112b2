import type { Collection } from '../configuration/configuration.ts'

const words = {
  busy: 'Canvas is still copying into this course. Look again when it has finished.',
  'no-configuration': 'This course has no Collections.',
  'no-output-page': 'No collection names a page for its static cards.',
  'may-not-edit': 'You may not edit pages in this course.',
  'not-imported':
    'The Collections of this course are still those of the course it was copied from. Bring them over first.',
} as const

/** Why no static pages can be planned, for the command line. */
export function stuckWords(why: keyof typeof words): string {
  return words[why]
}

export function unreadableWords(where: string): string {
  return `The configuration page cannot be read: ${where}`
}

export function noSuchCollectionWords(unknown: string, collections: readonly Pick<Collection, 'name'>[]): string {
  const names = collections.map(({ name }) => `“${name}”`).join(', ')
  return `There is no collection “${unknown}”. There is: ${names || 'none'}.`
}
