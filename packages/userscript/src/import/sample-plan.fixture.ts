import {
  blankConfiguration,
  type CollectionsPage,
  type HtmlParser,
  type ImportChoices,
  type ImportFacts,
  type ModuleEntry,
  planImport,
  type ReadyPlan,
  toCourseId,
  toModuleId,
  toPageId,
} from '@recourse/core'
import { firstChoices } from './first-choices.ts'

/** No text of these facts holds markup. */
export const parseNothing: HtmlParser = () => ({ type: 'root', children: [] })

const parts = { day: '', week: '', time: '', date: '', month: '', year: '', calendarDate: '', rest: {} }

export function sampleEntry(key: string, name: string, change: Partial<ModuleEntry> = {}): ModuleEntry {
  return {
    key,
    id: toModuleId(key),
    name,
    description: '',
    collection: 'Weeks',
    label: '',
    autonum: false,
    number: '',
    metadata: {},
    date: { ...parts, label: '', to: parts },
    dateShow: {
      label: true,
      day: true,
      week: false,
      time: true,
      month: true,
      date: true,
      toDay: true,
      toWeek: false,
      toTime: true,
      toMonth: true,
      toDate: true,
    },
    banner: 'image',
    image: '',
    imageSize: '',
    imageBackgroundColour: false,
    altText: '',
    iframe: '',
    bannerColour: '#ffffff',
    engage: true,
    engageText: 'Engage',
    fyi: false,
    fyiText: '',
    moduleOrder: 1,
    rest: {},
    ...change,
  }
}

export const datedOn = (day: string): ModuleEntry['date'] => ({
  ...parts,
  calendarDate: day,
  label: '',
  to: parts,
})

/** A page of course 1 in course 2; modules of course 2 bear the names given. */
export function sampleFacts(
  entries: readonly ModuleEntry[],
  names: readonly string[],
  change: Partial<ImportFacts> = {},
): ImportFacts {
  const collection = { representation: 'GriffithCards', outputPage: '', includePage: '', includeAfter: false }
  const page: CollectionsPage = {
    configuration: {
      ...blankConfiguration(),
      visibility: 'all',
      defaultCollection: 'Weeks',
      collections: [{ name: 'Weeks', ...collection, hide: false, unallocated: false, rest: {} }],
      modules: entries,
    },
    courseId: toCourseId('1'),
    images: [],
    moduleLinks: [],
    pageLinks: [],
    upgrades: [],
    oddities: [],
  }
  return {
    readAt: '2026-07-01T10:00:00Z',
    origin: 'https://canvas.test',
    course: {
      id: toCourseId('2'),
      name: 'Soil Science',
      code: 'SOIL-S2',
      published: true,
      startAt: '2026-07-20T00:00:00Z',
      term: null,
    },
    rights: { editPages: true, publishPages: true, addFiles: true },
    copying: null,
    failedCopy: null,
    candidates: [
      {
        pageId: toPageId('7'),
        slug: 'canvas-collections-configuration',
        title: 'Canvas Collections Configuration',
        published: true,
        updatedAt: '2026-06-01T00:00:00Z',
        blueprintLocked: false,
        reading: { ok: true, page },
        revisionId: 1,
        earlier: [],
      },
    ],
    mayLackModules: false,
    modules: names.map((name, at) => ({
      id: toModuleId(String(201 + at)),
      name,
      position: at + 1,
      published: true,
      unlockAt: null,
      items: [],
    })),
    sources: [
      {
        courseId: toCourseId('1'),
        name: 'Soil Science',
        code: 'SOIL-S1',
        startAt: '2026-02-23T00:00:00Z',
        term: null,
        modules: null,
      },
    ],
    records: [],
    files: [],
    otherFiles: [],
    pages: [],
    lock: null,
    unread: [],
    ...change,
  }
}

export function samplePlan(facts: ImportFacts, change: Partial<ImportChoices> = {}): ReadyPlan {
  const plan = planImport(facts, { ...firstChoices(facts, parseNothing), ...change }, parseNothing)
  if (plan.kind !== 'ready') throw new Error(`The plan is ${plan.kind}.`)
  return plan
}
