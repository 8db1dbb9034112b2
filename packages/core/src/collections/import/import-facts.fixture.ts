import { toCourseId, toFileId, toFolderId, toModuleId, toPageId } from '../../ids.ts'
import { blankConfiguration } from '../configuration/blank-configuration.ts'
import { blankEntry } from '../configuration/blank-entry.ts'
import type { Collection, Configuration, ModuleEntry } from '../configuration/configuration.ts'
import { readCollectionsPage } from '../page/read-collections-page.ts'
import { writeCollectionsPage } from '../page/write-collections-page.ts'
import type {
  ConfigurationPage,
  CopiedAssets,
  CopyRecord,
  CourseFile,
  CourseModule,
  ImportFacts,
  SourceCourse,
} from './import-facts.ts'
import { fromHtml } from './parse-html.fixture.ts'

/** The world of the plan's tests: course 4101 was copied into course 6303 of `https://canvas.test`. */
export const origin = 'https://canvas.test'
export const [sourceId, hereId] = [toCourseId('4101'), toCourseId('6303')]

export const entry = (key: string, name: string, more: Partial<ModuleEntry> = {}): ModuleEntry => ({
  ...blankEntry(key, name),
  collection: 'Weeks',
  ...more,
})

export const collection = (name: string, more: Partial<Collection> = {}): Collection => ({
  name,
  representation: 'GriffithCards',
  outputPage: '',
  includePage: '',
  includeAfter: false,
  hide: false,
  unallocated: false,
  rest: {},
  ...more,
})

export const configuration = (more: Partial<Configuration> = {}): Configuration => ({
  ...blankConfiguration(),
  visibility: 'all',
  defaultCollection: 'Weeks',
  collections: [collection('Weeks')],
  ...more,
})

export const module = (id: string, name: string, more: Partial<CourseModule> = {}): CourseModule => ({
  id: toModuleId(id),
  name,
  position: 1,
  published: true,
  unlockAt: null,
  items: [],
  ...more,
})

export const file = (id: string, name: string, more: Partial<CourseFile> = {}): CourseFile => ({
  id: toFileId(id),
  name,
  folderId: toFolderId('1'),
  folderPath: '',
  sizeBytes: 1000,
  contentType: 'image/png',
  hiddenBecause: null,
  thumbnailUrl: null,
  ...more,
})

export const noAssets: CopiedAssets = {
  modules: {},
  moduleItems: {},
  files: {},
  pages: {},
  assignments: {},
  quizzes: {},
  discussionTopics: {},
  announcements: {},
  byMigrationId: {},
}

export const record = (assets: Partial<CopiedAssets> | null, more: Partial<CopyRecord> = {}): CopyRecord => ({
  fromCourseId: sourceId,
  toCourseId: hereId,
  kind: 'course-copy',
  startedAt: '2026-07-01T10:00:00Z',
  finishedAt: '2026-07-01T10:05:00Z',
  assets: assets === null ? null : { ...noAssets, ...assets },
  ...more,
})

export const source = (modules: readonly CourseModule[] | null): SourceCourse => ({
  courseId: sourceId,
  name: 'Mathematics 1',
  code: 'MATH101',
  startAt: null,
  term: null,
  modules,
})

/** A page as Canvas holds it: the configuration written for one course, parsed again. */
export function configurationPage(
  content: Configuration,
  courseId: string = sourceId,
  more: Partial<ConfigurationPage> = {},
): ConfigurationPage {
  const { html } = writeCollectionsPage({
    configuration: content,
    courseId: toCourseId(courseId),
    origin,
    moduleLinks: [],
    pageLinks: [],
  })
  return pageOfHtml(html, more)
}

export const pageOfHtml = (html: string, more: Partial<ConfigurationPage> = {}): ConfigurationPage => ({
  pageId: toPageId('501'),
  slug: 'canvas-collections-configuration',
  title: 'Canvas Collections Configuration',
  published: true,
  updatedAt: '2026-07-01T10:04:00Z',
  blueprintLocked: false,
  reading: readCollectionsPage(fromHtml(html)),
  revisionId: 1,
  earlier: [],
  ...more,
})

export const facts = (more: Partial<ImportFacts> = {}): ImportFacts => ({
  readAt: '2026-07-02T09:00:00Z',
  origin,
  course: { id: hereId, name: 'Mathematics 1 (T2)', code: 'MATH101-T2', published: true, startAt: null, term: null },
  rights: { editPages: true, publishPages: true, addFiles: true },
  copying: null,
  failedCopy: null,
  candidates: [],
  modules: [],
  mayLackModules: false,
  sources: [source(null)],
  records: [],
  files: [],
  otherFiles: [],
  pages: [],
  lock: null,
  unread: [],
  ...more,
})

/** A clean copy: Canvas's record names every module; ids of the source plus 10 are those here. */
export function cleanCopy(entries: readonly ModuleEntry[], more: Partial<ImportFacts> = {}): ImportFacts {
  const here = (id: string) => String(Number(id) + 10)
  return facts({
    candidates: [configurationPage(configuration({ modules: entries }))],
    modules: entries.map(({ key, name }, place) => module(here(key), name, { position: place + 1 })),
    sources: [source(entries.map(({ key, name }) => module(key, name)))],
    records: [record({ modules: Object.fromEntries(entries.map(({ key }) => [key, here(key)])) })],
    ...more,
  })
}
