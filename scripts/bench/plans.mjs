import { applyImport, defaultChoices, fromParse5, planImport, readCollectionsPage } from '@recourse/core'
import { parseFragment } from 'parse5'

const origin = 'https://canvas.test'
const budgetMs = 50
/** Canvas's, in characters (canvas-api §4). */
const pageLimit = 511_999
const runs = 41
const warmUps = 60

/**
 * What the modules say. Canvas takes 511,999 characters for a page: a thousand modules with an image and a link each just fit
 * if they say little. With dates and longer texts no Canvas could hold the page; that shows what more text costs, no budget.
 */
const brief = {
  name: n => `Topic ${n}: ${scramble(n)}`,
  description: (_, link) => `<p>See <a href="${link}">the next</a>.</p>`,
  date: undefined,
}
const eloquent = {
  name: n => `Topic ${n}: ${scramble(n)} and the ${scramble(n * 7 + 3)}`,
  description: (name, link) => `<p>About <b>${name}</b>. See <a href="${link}">the next</a>.</p>`,
  date: { label: 'Due', calendarDate: '2026-03-09', day: 'Mon', date: '9', month: 'Mar', year: '2026', to: {} },
}

/**
 * A plan of 1,000 modules, 1,000 images and 1,000 links must take at most 50 ms of CPU, whatever became of the names. What can be
 * compared from machine to machine is how much dearer it is than reading and writing its facts as JSON.
 */
export function benchPlans() {
  const same = name => name
  const shapes = {
    'all matched by Canvas’s record': facts(1000, { rename: same, recorded: true }),
    'all matched by name': facts(1000, { rename: same, recorded: false }),
    'all renamed by a pattern': facts(1000, { rename: name => `${name} (2027)`, recorded: false }),
    'all unrelated': facts(1000, { rename: (_, n) => `Chapter ${scramble(n)}`, recorded: false }),
    'a page larger than Canvas takes': facts(1000, { rename: same, recorded: true, say: eloquent }),
  }
  const hundred = facts(100, { rename: same, recorded: true })
  // In turn as well: a slow moment of the machine is every shape's.
  const alone = cpuMsInTurn(...Object.values(shapes).map(given => () => plan(given)))
  return Object.entries(shapes).map(([shape, given], place) => {
    const json = JSON.stringify(given)
    const [planned, asJson, ofHundred] = cpuMsInTurn(
      () => plan(given),
      () => JSON.stringify(JSON.parse(json)),
      () => plan(hundred),
    )
    const planMs = middle(alone[place])
    const made = plan(given)
    return {
      shape,
      modules: given.modules.length,
      oldPageLength: given.candidates[0].htmlLength,
      matched: made.matched.length,
      suggested: made.importedUnmatched.filter(row => row.suggestion !== null).length,
      planCpuMs: round(planMs),
      leastPlanCpuMs: round(Math.min(...alone[place])),
      ...(given.candidates[0].htmlLength > pageLimit ? {} : { withinBudget: planMs <= budgetMs, budgetMs }),
      timesItsFactsAsJson: round(times(planned, asJson)),
      timesAPlanOf100: round(times(planned, ofHundred)),
      applyCpuMs: round(
        middle(cpuMsInTurn(() => applyImport(made, { at: made.readAt, copiedFiles: {} }, parseHtml))[0]),
      ),
    }
  })
}

function plan(given) {
  return planImport(given, defaultChoices, parseHtml)
}

function parseHtml(html) {
  return fromParse5(parseFragment(html))
}

/**
 * CPU times of calls made in turn, a list for each, collecting what they leave behind included. The first calls only warm the
 * compiler up.
 */
function cpuMsInTurn(...calls) {
  for (let n = 0; n < warmUps; n += 1) for (const call of calls) call()
  const rounds = Array.from({ length: runs }, () => calls.map(cpuMs))
  return calls.map((_, n) => rounds.map(times => times[n]))
}

function cpuMs(call) {
  const before = process.cpuUsage()
  call()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

/** How often as dear, turn by turn: the machine is the same for both then. */
function times(these, those) {
  return middle(these.map((ms, n) => ms / those[n]))
}

function middle(numbers) {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)]
}

function round(number) {
  return Math.round(number * 10) / 10
}

function facts(count, { rename, recorded, say = brief }) {
  const numbers = Array.from({ length: count }, (_, n) => n)
  const { name } = say
  const modules = numbers.map(n => courseModule(20_000 + n, rename(name(n), n), n))
  return {
    readAt: '2026-07-02T09:00:00Z',
    origin,
    course: { id: '6303', name: 'Copy', code: 'COPY', published: true, startAt: '2026-08-24T00:00:00Z', term: null },
    rights: { editPages: true, publishPages: true, addFiles: true },
    copying: null,
    failedCopy: null,
    candidates: [page(numbers.map(n => entry(n, say)))],
    modules,
    mayLackModules: false,
    sources: [
      {
        courseId: '4101',
        name: 'Source',
        code: 'SRC',
        startAt: '2026-02-23T00:00:00Z',
        term: null,
        modules: numbers.map(n => courseModule(10_000 + n, name(n), n)),
      },
    ],
    records: recorded ? [record(numbers)] : [],
    files: numbers.map(n => file(50_000 + n)),
    otherFiles: [],
    pages: [],
    lock: null,
    unread: [],
  }
}

function courseModule(id, name, n) {
  return { id: String(id), name, position: n + 1, published: true, unlockAt: null, items: [] }
}

function entry(n, say) {
  const name = say.name(n)
  return [
    String(10_000 + n),
    {
      name,
      id: 10_000 + n,
      description: say.description(name, `${origin}/courses/4101/modules/${10_000 + ((n + 1) % 1000)}`),
      collection: n % 2 === 0 ? 'Weeks' : 'Labs',
      label: 'Topic',
      autonum: true,
      actualNum: n,
      metadata: {},
      date: say.date,
      image: `${origin}/courses/4101/files/${40_000 + n}/download`,
      engage: true,
      engageText: 'Engage',
      moduleOrder: n + 1,
    },
  ]
}

function page(entries) {
  const json = JSON.stringify({
    VISIBILITY: 'all',
    DEFAULT_ACTIVE_COLLECTION: 'Weeks',
    COLLECTIONS: { Weeks: { representation: 'GriffithCards' }, Labs: { representation: 'AssessmentTable' } },
    COLLECTIONS_ORDER: ['Weeks', 'Labs'],
    MODULES: Object.fromEntries(entries),
  })
  const text = json.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
  const images = entries.map(
    ([key, { image }]) => `<img class="cc-moduleImage" id="cc-moduleImage-${key}" src="${image}">`,
  )
  const html = `<div class="cc_json" style="display:none">${text}</div><div class="cc-card-images" id="cc-course-4101" style="display:none">${images.join('')}</div>`
  return {
    htmlLength: html.length,
    pageId: '501',
    slug: 'canvas-collections-configuration',
    title: 'Canvas Collections Configuration',
    published: true,
    updatedAt: '2026-07-01T10:04:00Z',
    blueprintLocked: false,
    reading: readCollectionsPage(parseHtml(html)),
    revisionId: 1,
    earlier: [],
  }
}

function record(numbers) {
  const map = (from, to) => Object.fromEntries(numbers.map(n => [String(from + n), String(to + n)]))
  return {
    fromCourseId: '4101',
    toCourseId: '6303',
    kind: 'course-copy',
    startedAt: '2026-07-01T10:00:00Z',
    finishedAt: '2026-07-01T10:05:00Z',
    assets: {
      modules: map(10_000, 20_000),
      moduleItems: {},
      files: map(40_000, 50_000),
      pages: {},
      assignments: {},
      quizzes: {},
      discussionTopics: {},
      announcements: {},
      byMigrationId: {},
    },
  }
}

function file(id) {
  return {
    id: String(id),
    name: `${id}.png`,
    folderId: '1',
    folderPath: 'cards',
    sizeBytes: 1000,
    contentType: 'image/png',
    hiddenBecause: null,
    thumbnailUrl: null,
  }
}

const words = [
  'soil',
  'water',
  'air',
  'seed',
  'root',
  'leaf',
  'clay',
  'sand',
  'silt',
  'loam',
  'rain',
  'moss',
  'fern',
  'bark',
  'stone',
  'field',
]

/** Words in an order that looks like nothing in particular, the same in every run. */
function scramble(n) {
  return [words[(n * 7) % 16], words[(n * 11 + 5) % 16], words[(Math.floor(n / 16) * 3 + 1) % 16]].join(' ')
}
