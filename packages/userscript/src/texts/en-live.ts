import type { Format } from './format.ts'

/** The words of the live view, in English. */
export function createLiveEnglish({ count, number, list, isOne }: Format) {
  return {
    label: 'Collections',
    hidden: 'Hidden',
    unpublished: 'Unpublished',
    noCollection: 'In no collection',
    noFyi: 'FYI, without a text',
    empty: (name: string) => `“${name}” has no modules yet.`,
    collectionOnly: 'No cards here: only the modules below (CollectionOnly).',
    unknown: (name: string) =>
      name === ''
        ? 'This collection names no representation: only its modules are shown.'
        : `“${name}” is no representation that is known here: only the modules are shown.`,
    progress: (done: number, all: number) => `${number(done)} of ${number(all)} completed`,
    short: (done: number, all: number) => `${number(done)}/${number(all)}`,
    lockedUntil: (when: string) => `Locked until ${when}`,
    opensAfter: (names: readonly string[]) => `Opens after ${list(names.map(name => `“${name}”`))}`,
    locked: 'Locked',
    noImage: 'The image could not be loaded',
    blockedFrame: 'This frame comes from a site that is not allowed here.',
    until: '–',
    table: {
      title: 'Title',
      description: 'Description',
      weighting: 'Weighting',
      due: 'Due date',
      outcomes: 'Learning outcomes',
      progress: 'Progress',
      module: 'Module',
    },
    noPage: (title: string) => `There is no page “${title}” to include here.`,
    pages: 'Open Pages',
    editPage: 'Included page',

    status: {
      label: 'Collections status',
      all: 'Collections: shown to everyone',
      students: 'Collections: shown to students only',
      teachers: 'Collections: shown to staff only',
      'no-one': 'Collections: shown to no one',
      published: 'published',
      unpublished: 'not published, students see none of this',
      publish: 'Publish',
      publishing: 'Publishing …',
      failed: 'Canvas did not publish the page. Publish it under Pages.',
      open: (n: number) => `${count(n, { one: 'thing', other: 'things' })} to look at`,
      history: 'History and undo',
      older: 'Canvas Collections 1.3 draws on this page, so Recourse leaves it to it.',
    },
    attention: {
      images: (n: number) => `${count(n, { one: 'image', other: 'images' })} could not be loaded`,
      page: (title: string) => `The page “${title}” of “${'\u2026'}” is not here`,
      loose: (n: number) =>
        `${count(n, { one: 'module is', other: 'modules are' })} in no collection: students do not find ${isOne(n) ? 'it' : 'them'}`,
      parked: (n: number) => `${count(n, { one: 'entry', other: 'entries' })} kept for later`,
      show: 'Show',
    },
  } as const
}
