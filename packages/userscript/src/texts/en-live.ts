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
      everyone: 'Collections: shown to everyone',
      students: 'Collections: shown to students only',
      staff: 'Collections: shown to staff only',
      nobody: 'Collections: shown to no one',
      unpublished: 'configuration page not published',
      publish: 'Publish',
      publishing: 'Publishing …',
      failed: 'Canvas did not publish the page. Publish it under Pages.',
      open: (n: number) => `${count(n, { one: 'thing', other: 'things' })} to look at`,
      history: 'History and undo',
      staticPages: 'Static pages',
      unread: 'The static pages could not be read.',
      older: 'Canvas Collections 1.3 draws on this page, so Recourse leaves it to it.',
    },
    attention: {
      images: (n: number) => `${count(n, { one: 'image', other: 'images' })} could not be loaded`,
      loose: (n: number) =>
        `${count(n, { one: 'module is', other: 'modules are' })} in no collection: students do not find ${isOne(n) ? 'it' : 'them'}`,
      parked: (n: number) => `${count(n, { one: 'entry', other: 'entries' })} kept for later`,
      unknown: (title: string, collection: string) => `“${collection}” includes a page “${title}”, which is not there.`,
      unwritten: (title: string, collection: string) => `“${collection}” has no static page “${title}” yet.`,
      unpublished: (title: string, collection: string) => `The page “${title}” of “${collection}” is not published.`,
      outdated: (title: string, collection: string) => `The static page “${title}” of “${collection}” is out of date.`,
      openPage: 'Open it',
      write: 'Look and update',
    },
  } as const
}
