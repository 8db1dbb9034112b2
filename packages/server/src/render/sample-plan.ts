import {
  type BusyPlan,
  type Configuration,
  defaultChoices,
  type NothingPlan,
  type ReadyPlan,
  type StuckPlan,
  toCourseId,
  toFileId,
  toMigrationId,
  toModuleId,
  toPageId,
} from '@recourse/core'

/** Plans for tests of what is said about them: shapes as core draws them, contents chosen to be seen. */
const empty: Configuration = {
  visibility: 'teachers',
  defaultCollection: '',
  collections: [],
  modules: [],
  parked: [],
  imported: null,
  rest: {},
}

const destination = { courseId: toCourseId('42'), name: 'Calculus I, Semester 2', code: 'MATH101' }
const readAt = '2026-07-01T02:03:04Z'

const page = {
  pageId: toPageId('7'),
  slug: 'canvas-collections-configuration',
  title: 'Canvas Collections Configuration',
  published: false,
  updatedAt: '2026-06-30T22:10:00Z',
  revisionId: 1,
  reading: { ok: false, reason: 'no-configuration', where: '' },
  contentFrom: null,
  others: [],
} as const

const matched = (id: number, name: string) =>
  ({
    key: String(id),
    oldName: name,
    moduleId: toModuleId(String(id + 1000)),
    name,
    evidence: 'copied',
    disagrees: null,
  }) as const

export function cleanPlan(names: readonly string[] = ['Welcome', 'Limits', 'Derivatives']): ReadyPlan {
  return {
    kind: 'ready',
    readAt,
    origin: 'https://canvas.example.edu',
    choices: defaultChoices,
    source: {
      courseId: toCourseId('41'),
      name: 'Calculus I, Semester 1',
      code: 'MATH101',
      confirmed: true,
      chain: [],
    },
    destination,
    page,
    verdict: 'clean',
    reasons: [],
    mayProceed: true,
    mayEdit: true,
    matched: names.map((name, index) => matched(index + 1, name)),
    importedUnmatched: [],
    currentUnmatched: [],
    images: [],
    links: [],
    pages: [],
    dates: { rows: [], proposedDays: null, basis: null, act: 'keep', days: 0, inTexts: [] },
    students: { collections: 2, modulesSeen: names.length, modules: names.length, hidden: [] },
    parked: [],
    loss: { collections: 2, modules: names.length, descriptions: names.length, images: 0, dates: 0, parked: 0 },
    merge: null,
    notes: [],
    unread: [],
    lock: null,
    failedCopy: null,
    size: { length: 12_000, limit: 511_999, largest: [] },
    before: empty,
    after: empty,
  }
}

/** Everything at once, under names that somebody may have meant badly. */
export function messyPlan(): ReadyPlan {
  const hostile = '\u001b[31mRed\u001b[0m <script>alert(1)</script> & "quotes" $\''
  const image = {
    key: '1',
    moduleName: 'Welcome',
    field: 'image',
    url: '/courses/41/files/901/preview',
    evidence: null,
    newUrl: '',
    fileId: null,
    fileName: null,
    sizeBytes: null,
    contentType: null,
    thumbnailUrl: null,
    text: '',
    act: 'none',
  } as const
  return {
    ...cleanPlan(['Welcome', 'שבוע ראשון: גבולות', '第一週：極限と連続', '👩‍👩‍👧‍👦 Family of functions 🇦🇺']),
    verdict: 'person',
    mayProceed: false,
    source: {
      courseId: toCourseId('41'),
      name: null,
      code: null,
      confirmed: false,
      chain: [
        { fromCourseId: toCourseId('41'), toCourseId: toCourseId('43'), kind: 'course-copy', finishedAt: null },
        { fromCourseId: toCourseId('43'), toCourseId: toCourseId('42'), kind: 'course-copy', finishedAt: null },
      ],
    },
    reasons: [
      { code: 'not-matched', text: '2 modules of last term have no counterpart here.', accepted: false },
      { code: 'similar', text: '1 module is probably the same under another name.', accepted: false },
      { code: 'missing-image', text: '1 image is missing.', accepted: false },
      { code: 'foreign-image', text: '1 image lives in another course.', accepted: true },
    ],
    importedUnmatched: [
      { key: '81', oldName: hostile, collection: 'Lectures', why: 'not-copied', text: '', suggestion: null },
      {
        key: '83',
        oldName: 'Old exam',
        collection: null,
        why: 'gone-in-source',
        text: 'It was deleted in the source before the copy.',
        suggestion: null,
      },
      {
        key: '82',
        oldName: 'Week 5: Integration',
        collection: 'Lectures',
        why: 'unknown',
        text: '',
        suggestion: { moduleId: toModuleId('2005'), name: 'Week 5: Integration (revised)', likeness: 0.8 },
      },
    ],
    currentUnmatched: [
      {
        moduleId: toModuleId('2005'),
        name: 'Week 5: Integration (revised)',
        why: 'renamed-or-added-here',
        text: '',
        collection: null,
      },
      { moduleId: toModuleId('2006'), name: 'x'.repeat(255), why: 'new-in-source', text: '', collection: 'Lectures' },
    ],
    images: [
      { ...image, verdict: 'here', fileName: 'welcome.png', act: 'none' },
      {
        ...image,
        verdict: 'elsewhere',
        moduleName: 'Limits',
        fileName: 'limit & co <1>.png',
        act: 'copy',
        fileId: toFileId('5'),
      },
      { ...image, verdict: 'missing', moduleName: hostile, field: 'description' },
    ],
    links: [
      {
        key: '1',
        moduleName: 'Welcome',
        field: 'description',
        url: '/courses/41/modules/1',
        newUrl: '/courses/42/modules/1001',
        verdict: 'moved',
        text: '',
      },
    ],
    pages: [
      {
        collection: 'Lectures',
        use: 'output',
        title: 'Lectures (static)',
        verdict: 'missing',
        newTitle: 'Lectures (static)',
        slug: null,
        text: '',
      },
    ],
    dates: {
      rows: [
        { key: '1', moduleName: 'Welcome', which: 'from', oldOn: '2026-03-09', oldText: '9 Mar', newOn: '2026-09-07' },
        { key: '1', moduleName: 'Welcome', which: 'to', oldOn: null, oldText: 'after <Easter>', newOn: null },
      ],
      proposedDays: 182,
      basis: 'term-start',
      act: 'keep',
      days: 0,
      inTexts: [{ key: '1', moduleName: 'Welcome', field: 'description', found: '12 March' }],
    },
    students: {
      collections: 2,
      modulesSeen: 3,
      modules: 5,
      hidden: [
        { what: 'page-unpublished', moduleId: null, name: page.title, text: '', proposal: null },
        { what: 'visibility', moduleId: null, name: '', text: '', proposal: null },
        {
          what: 'no-collection',
          moduleId: toModuleId('2005'),
          name: 'Week 5: Integration (revised)',
          text: '',
          proposal: 'Lectures',
        },
      ],
    },
    notes: [
      { path: 'MODULES.81.date', text: 'A text where a date belongs was kept as its label.' },
      { path: 'MODULES.82.date', text: 'A text where a date belongs was kept as its label.' },
    ],
    unread: ['The source course could not be read: its modules are compared by what Canvas recorded.'],
    size: { length: 450_000, limit: 511_999, largest: [{ name: 'Welcome', length: 300_000 }] },
  }
}

export function busyPlan(): BusyPlan {
  return {
    kind: 'busy',
    readAt,
    destination,
    copying: {
      migrationId: toMigrationId('5'),
      state: 'running',
      percent: 62,
      from: { courseId: toCourseId('41'), name: 'MATH101' },
    },
  }
}

export function nothingPlan(): NothingPlan {
  return {
    kind: 'nothing',
    readAt,
    destination,
    why: 'already-here',
    text: "The Collections are this course's own already.",
    page,
    failedCopy: null,
    parked: [],
    students: { collections: 2, modulesSeen: 3, modules: 3, hidden: [] },
  }
}

export function stuckPlan(): StuckPlan {
  return {
    kind: 'stuck',
    readAt,
    destination,
    reasons: [{ code: 'two-configurations', text: '2 pages hold a configuration.', accepted: false }],
    candidates: ['canvas-collections-configuration', 'canvas-collections-configuration-2'].map((slug, index) => ({
      pageId: toPageId(String(7 + index)),
      slug,
      title: 'Canvas Collections Configuration',
      updatedAt: '2026-06-30T22:10:00Z',
      courseId: toCourseId('41'),
      collections: 2,
      modules: 14,
      broken: null,
    })),
    failedCopy: null,
  }
}
