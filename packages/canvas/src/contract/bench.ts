import type { AccountId, CourseId } from '@recourse/core'
import { createCourse, listAccounts } from '../accounts.ts'
import { type Canvas, createCanvas } from '../canvas.ts'
import { deleteCourse } from '../courses.ts'
import { uploadFile } from '../files/upload.ts'
import type { CanvasAuth, Fetch } from '../http/request.ts'
import { createCourseCopy } from '../migrations/migrations.ts'
import { waitForMigration } from '../migrations/waiting.ts'
import { createModule } from '../modules.ts'
import { createPage } from '../pages/pages.ts'
import type { Course } from '../wire/course.ts'
import type { CanvasFile } from '../wire/file.ts'
import type { Migration } from '../wire/migration.ts'
import type { Module } from '../wire/module.ts'
import type { CourseCopy } from '../wire/new-migration.ts'
import type { Page, PageInput } from '../wire/page.ts'
import type { NewFile } from '../wire/upload.ts'
import { afterAll, expect, it } from './runner.ts'

/** A Canvas to be tried, as someone who may create courses in an account. */
export interface ContractTarget {
  readonly origin: string
  readonly fetch: Fetch
  readonly auth: CanvasAuth
  /** Token of a user without rights anywhere, for the tests of refusals. */
  readonly strangerToken?: string | undefined
}

export interface ContractOptions {
  /** Tests this Canvas cannot show, by title, each with its reason. */
  readonly skip?: Readonly<Record<string, string>>
  /** Between looks at a course copy; default 1 s. */
  readonly pollMs?: number
  /** How long one test may take; course copies of a busy Canvas take minutes. Default 20 s. */
  readonly timeoutMs?: number
}

/** What the tests work with: a client, and short ways to make what they need. Everything made is deleted at the end. */
export interface Bench {
  readonly target: ContractTarget
  readonly canvas: Canvas
  readonly check: (title: string, test: () => Promise<void>) => void
  /** A request as written, past the client: for what the client hides. */
  readonly raw: (path: string, init?: RequestInit) => Promise<Response>
  readonly newCourse: (name?: string) => Promise<Course>
  readonly newPage: (courseId: CourseId, title: string, input?: PageInput) => Promise<Page>
  readonly newModules: (courseId: CourseId, ...names: readonly string[]) => Promise<readonly Module[]>
  readonly newFile: (courseId: CourseId, name: string, input?: Partial<NewFile>) => Promise<CanvasFile>
  readonly copy: (from: CourseId, to: CourseId, more?: Partial<CourseCopy>) => Promise<Migration>
}

export function createBench(target: ContractTarget, options: ContractOptions): Bench {
  const canvas = createCanvas(target)
  const made: CourseId[] = []
  afterAll(async () => {
    for (const id of made) await deleteCourse(canvas, id)
  }, options.timeoutMs)
  return {
    target,
    canvas,
    check: (title, test) => check(title, test, options),
    raw: (path, init) => sendRaw(target, path, init),
    newCourse: async (name = 'Recourse contract') => {
      const course = await createCourse(canvas, await findAccountId(canvas), { name, courseCode: 'CONTRACT' })
      made.push(course.id)
      return course
    },
    newPage: (courseId, title, input) => createPage(canvas, courseId, { title, ...input }),
    newModules: (courseId, ...names) => createModules(canvas, courseId, names),
    newFile: (courseId, name, input) =>
      uploadFile(canvas, courseId, { name, content: new Blob([name], { type: 'image/png' }), ...input }),
    copy: (from, to, more) => copyAndWait(canvas, { from, to, more, pollMs: options.pollMs ?? 1000 }),
  }
}

function check(title: string, test: () => Promise<void>, options: ContractOptions): void {
  const reason = options.skip?.[title]
  if (reason === undefined) it(title, test, options.timeoutMs ?? 20_000)
  else it.skip(`${title} (skipped: ${reason})`, test)
}

async function sendRaw(target: ContractTarget, path: string, init: RequestInit = {}): Promise<Response> {
  const headers = new Headers(init.headers)
  signIn(headers, target.auth)
  return target.fetch(new Request(new URL(path, target.origin), { redirect: 'manual', ...init, headers }))
}

/** An empty authorization stands for none. */
function signIn(headers: Headers, auth: CanvasAuth): void {
  if (auth.kind === 'session') headers.set('x-csrf-token', auth.csrfToken() ?? '')
  else if (!headers.has('authorization')) headers.set('authorization', `Bearer ${auth.token}`)
  if (headers.get('authorization') === '') headers.delete('authorization')
}

/** The JSON of an answer, without what Canvas puts before it under a session. */
export async function jsonOf(reply: Response): Promise<unknown> {
  return JSON.parse((await reply.text()).replace(/^while\(1\);/, ''))
}

async function findAccountId(canvas: Canvas): Promise<AccountId> {
  const [account] = await listAccounts(canvas)
  if (account === undefined) throw new Error('the contract needs the token of an account administrator')
  return account.id
}

/** One after the other: their order is part of what is tested. */
async function createModules(canvas: Canvas, courseId: CourseId, names: readonly string[]): Promise<readonly Module[]> {
  const modules: Module[] = []
  for (const name of names) modules.push(await createModule(canvas, courseId, { name }))
  return modules
}

interface Copy {
  readonly from: CourseId
  readonly to: CourseId
  readonly more: Partial<CourseCopy> | undefined
  readonly pollMs: number
}

async function copyAndWait(canvas: Canvas, { from, to, more, pollMs }: Copy): Promise<Migration> {
  const { id } = await createCourseCopy(canvas, to, { sourceCourseId: from, ...more })
  const migration = await waitForMigration(canvas, to, id, { intervalMs: pollMs })
  expect(migration.workflowState).toBe('completed')
  return migration
}
