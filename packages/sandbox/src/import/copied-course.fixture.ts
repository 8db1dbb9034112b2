import {
  type Canvas,
  type CanvasFile,
  createCanvas,
  createCourse,
  createCourseCopy,
  createModule,
  createPage,
  listAccounts,
  type Module,
  type RequestEvent,
  readImportFacts,
  uploadFile,
  waitForMigration,
} from '@recourse/canvas'
import {
  blankConfiguration,
  blankEntry,
  type Configuration,
  type CourseId,
  defaultChoices,
  type ImportChoices,
  type ImportPlan,
  type ModuleEntry,
  type ModuleId,
  planImport,
  type ReadyPlan,
  writeCollectionsPage,
} from '@recourse/core'
import { createCartridgeReader } from '../cartridge/index.ts'
import type { ReadCartridge } from '../migrations/packages.ts'
import type { User } from '../model.ts'
import { createSandbox, type Sandbox, type SandboxOptions } from '../sandbox.ts'
import { parseHtml } from './parse-html.fixture.ts'

export const ORIGIN = 'https://canvas.test'
export const PAGE_TITLE = 'Canvas Collections Configuration'

/** A sandbox and clients for it: what the tests of the import start from. */
export interface Bench {
  readonly sandbox: Sandbox
  /** The administrator, past faults and log. */
  readonly admin: Canvas
  /** The administrator as the program under test: faults and log apply. */
  readonly canvas: Canvas
  readonly as: (user: User) => Canvas
  readonly events: RequestEvent[]
}

export function createBench(options: SandboxOptions = {}): Bench {
  const readCartridge: ReadCartridge = bytes => createCartridgeReader(sandbox.world)(bytes)
  const sandbox: Sandbox = createSandbox({ origin: ORIGIN, readCartridge, ...options })
  const events: RequestEvent[] = []
  const clientOf = (user: User, fetch: Sandbox['fetch']): Canvas =>
    createCanvas({
      origin: ORIGIN,
      fetch,
      auth: { kind: 'token', token: user.tokens[0] ?? '' },
      timeoutMs: 1000,
      sleep: async (_ms, signal) => signal.throwIfAborted(),
      onRequest: event => events.push(event),
    })
  const { administrator } = sandbox.people
  return {
    sandbox,
    admin: clientOf(administrator, sandbox.quietFetch),
    canvas: clientOf(administrator, sandbox.fetch),
    as: user => clientOf(user, sandbox.fetch),
    events,
  }
}

export async function newCourse({ admin }: Bench, name: string): Promise<CourseId> {
  const [account] = await listAccounts(admin)
  if (account === undefined) throw new Error('no account')
  const dates = { startAt: '2026-02-23T00:00:00Z', restrictEnrollmentsToCourseDates: true }
  return (await createCourse(admin, account.id, { name, courseCode: name, ...dates })).id
}

export async function newModules({ admin }: Bench, courseId: CourseId, names: readonly string[]) {
  const modules: Module[] = []
  for (const name of names) modules.push(await createModule(admin, courseId, { name }))
  return modules
}

export function newImage({ admin }: Bench, courseId: CourseId, name: string, content = name): Promise<CanvasFile> {
  return uploadFile(admin, courseId, { name, content: new Blob([content], { type: 'image/png' }) })
}

export async function copyCourse({ admin, sandbox }: Bench, from: CourseId, to: CourseId): Promise<void> {
  const { id } = await createCourseCopy(admin, to, { sourceCourseId: from })
  await sandbox.copies.finish()
  const { workflowState } = await waitForMigration(admin, to, id)
  if (workflowState !== 'completed') throw new Error(`the copy ${workflowState}`)
}

export interface EntryToWrite extends Partial<ModuleEntry> {
  readonly id: ModuleId
  readonly name: string
}

/** A configuration of one collection that holds these modules. */
export function configurationOf(entries: readonly EntryToWrite[], more: Partial<Configuration> = {}): Configuration {
  const collection = {
    name: 'Weeks',
    representation: 'GriffithCards',
    outputPage: '',
    includePage: '',
    includeAfter: false,
    hide: false,
    unallocated: false,
    rest: {},
  }
  return {
    ...blankConfiguration(),
    visibility: 'all',
    defaultCollection: collection.name,
    collections: [collection],
    modules: entries.map((entry, index) => ({
      ...blankEntry(entry.id, entry.name),
      collection: collection.name,
      moduleOrder: index + 1,
      ...entry,
    })),
    ...more,
  }
}

/** Puts a configuration on the page of a course, as Collections there would have. */
export async function writeConfiguration(
  { admin }: Bench,
  courseId: CourseId,
  configuration: Configuration,
  tag = courseId,
): Promise<void> {
  const { html } = writeCollectionsPage({
    configuration,
    courseId: tag,
    origin: ORIGIN,
    moduleLinks: [],
    pageLinks: [],
  })
  await createPage(admin, courseId, { title: PAGE_TITLE, body: html, isPublished: true })
}

export interface CopiedCourse {
  readonly source: CourseId
  readonly copy: CourseId
  readonly sourceModules: readonly Module[]
}

/** A course with Collections and a picture on every n-th card, and a fresh copy of it. */
export async function newCopiedCourse(bench: Bench, names: readonly string[], pictureEvery = 2): Promise<CopiedCourse> {
  const source = await newCourse(bench, 'MATH101')
  const sourceModules = await newModules(bench, source, names)
  const entries: EntryToWrite[] = []
  for (const [index, { id, name }] of sourceModules.entries()) {
    const picture = index % pictureEvery === 0 ? await newImage(bench, source, `card-${index}.png`) : undefined
    const image = picture === undefined ? '' : `${ORIGIN}/courses/${source}/files/${picture.id}/download`
    entries.push({ id, name, image, description: `<p>About ${index}</p>` })
  }
  await writeConfiguration(bench, source, configurationOf(entries))
  const copy = await newCourse(bench, 'MATH101 next term')
  await copyCourse(bench, source, copy)
  return { source, copy, sourceModules }
}

export function weeks(count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => `Week ${index + 1}`)
}

export async function drawPlan(
  canvas: Canvas,
  courseId: CourseId,
  choices: Partial<ImportChoices> = {},
  signal?: AbortSignal,
  now: () => number = Date.now,
): Promise<ImportPlan> {
  const facts = await readImportFacts(canvas, courseId, { parseHtml, signal, now })
  return planImport(facts, { ...defaultChoices, ...choices }, parseHtml)
}

export async function drawReadyPlan(
  canvas: Canvas,
  courseId: CourseId,
  choices: Partial<ImportChoices> = {},
  signal?: AbortSignal,
  now: () => number = Date.now,
): Promise<ReadyPlan> {
  const plan = await drawPlan(canvas, courseId, choices, signal, now)
  if (plan.kind !== 'ready') throw new Error(`the plan is ${plan.kind}`)
  return plan
}
