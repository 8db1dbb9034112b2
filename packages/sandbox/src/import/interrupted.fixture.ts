import { type Canvas, findPage, isCanvasError, type ProceedOutcome, proceedImport } from '@recourse/canvas'
import {
  type CourseId,
  canonicalSlug,
  type PageId,
  type PageReading,
  readCollectionsPage,
  sameReading,
} from '@recourse/core'
import type { Fault } from '../http/faults.ts'
import {
  type Bench,
  configurationOf,
  copyCourse,
  createBench,
  drawPlan,
  drawReadyPlan,
  newCourse,
  newImage,
  newModules,
  ORIGIN,
  PAGE_TITLE,
  writeConfiguration,
} from './copied-course.fixture.ts'
import { parseHtml } from './parse-html.fixture.ts'

/** What can become of a request, besides an answer. */
export const faults: Readonly<Record<string, Fault>> = {
  'answers 500': { kind: 'fail', status: 500 },
  'is cut before it acts': { kind: 'cut', when: 'before' },
  'is cut after it acted': { kind: 'cut', when: 'after' },
  'is denied': { kind: 'fail', status: 403, body: '{"errors":[{"message":"user not authorized"}]}' },
}

export interface Stage {
  readonly bench: Bench
  readonly courseId: CourseId
  readonly pageId: PageId
  readonly before: PageReading
}

/** A copied course whose import copies an image of a third course, so that every kind of request is met. */
export async function setStage(): Promise<Stage> {
  const bench = createBench()
  const third = await newCourse(bench, 'PICTURES')
  const foreign = await newImage(bench, third, 'map.png')
  const source = await newCourse(bench, 'MATH101')
  const [first, second] = await newModules(bench, source, ['Week 1', 'Week 2'])
  if (first === undefined || second === undefined) throw new Error('two modules')
  const image = `${ORIGIN}/courses/${third}/files/${foreign.id}/download`
  await writeConfiguration(bench, source, configurationOf([{ ...first, image }, second]))
  const courseId = await newCourse(bench, 'MATH101 next term')
  await copyCourse(bench, source, courseId)
  const page = await findPage(bench.admin, courseId, { slug: canonicalSlug })
  if (page === undefined) throw new Error('no page')
  bench.sandbox.faults.clear()
  return { bench, courseId, pageId: page.id, before: readCollectionsPage(parseHtml(page.body ?? '')) }
}

export async function readPage(canvas: Canvas, courseId: CourseId): Promise<PageReading> {
  const page = await findPage(canvas, courseId, { slug: canonicalSlug })
  return readCollectionsPage(parseHtml(page?.body ?? ''))
}

/** Reads, plans and proceeds as a door does; its outcome, or the error a person would be told. */
export async function tryImport(stage: Stage, signal?: AbortSignal): Promise<ProceedOutcome | Error> {
  try {
    const plan = await drawReadyPlan(stage.bench.canvas, stage.courseId, { images: 'copy' }, signal)
    return await proceedImport(stage.bench.canvas, plan, { parseHtml, signal })
  } catch (error) {
    if (isCanvasError(error) || signal?.aborted === true) return error instanceof Error ? error : new Error('aborted')
    throw error
  }
}

export async function countRequests(): Promise<number> {
  const stage = await setStage()
  const outcome = await tryImport(stage)
  if (outcome instanceof Error || !outcome.ok) throw new Error('an undisturbed import must succeed')
  return stage.bench.sandbox.faults.log.length
}

export function isImported(stage: Stage, reading: PageReading): boolean {
  return reading.ok && reading.page.courseId === stage.courseId && !sameReading(reading, stage.before)
}

/** Somebody with 1.3 saves the page: the number of what they saved. */
export async function saveAsSomebodyElse({ bench, courseId, pageId }: Stage): Promise<number> {
  const page = await findPage(bench.admin, courseId, { slug: canonicalSlug })
  const body = (page?.body ?? '').replace('"all"', '"no-one"')
  const { sandbox } = bench
  const request = new Request(`${ORIGIN}/api/v1/courses/${courseId}/pages/page_id:${pageId}`, {
    method: 'PUT',
    headers: {
      authorization: `Bearer ${sandbox.people.administrator.tokens[0]}`,
      'content-type': 'application/json',
    },
    body: JSON.stringify({ wiki_page: { title: PAGE_TITLE, body } }),
  })
  const reply = await sandbox.quietFetch(request)
  if (!reply.ok) throw new Error(`could not save: ${reply.status}`)
  return sandbox.world.rows.pages.get(Number(pageId))?.revisions.at(-1)?.revisionId ?? 0
}

/** What is wrong with what an interrupted import left: it must be the old page or the new one, and be told rightly. */
export async function findBreaches(stage: Stage, outcome: ProceedOutcome | Error): Promise<readonly string[]> {
  const reading = await readPage(stage.bench.admin, stage.courseId)
  const isNew = isImported(stage, reading)
  const claimed = outcome instanceof Error ? undefined : outcome.ok
  return [
    ...(isNew || sameReading(reading, stage.before) ? [] : ['neither the old page nor the new one']),
    ...(claimed === true && !isNew ? ['said to be done, and is not'] : []),
    ...(claimed === false && isNew ? ['said not to be done, and is'] : []),
  ]
}

/** What is wrong after the next run, which plans anew as any door does: all is done, and nothing is there twice. */
export async function findUnfinished({ bench, courseId }: Stage): Promise<readonly string[]> {
  bench.sandbox.faults.clear()
  const next = await drawPlan(bench.canvas, courseId, { images: 'copy' })
  const outcome = next.kind === 'ready' ? await proceedImport(bench.canvas, next, { parseHtml }) : undefined
  const after = await drawPlan(bench.canvas, courseId)
  const files = [...bench.sandbox.world.rows.files.values()]
  const copied = files.filter(file => file.courseId === Number(courseId) && file.displayName.startsWith('map'))
  return [
    ...(outcome?.ok === false ? [`the next run: ${outcome.reason}`] : []),
    ...(after.kind === 'nothing' && after.why === 'already-here' ? [] : ['not imported by the next run']),
    ...(copied.length === 1 ? [] : [`the image was copied ${copied.length} times`]),
  ]
}
