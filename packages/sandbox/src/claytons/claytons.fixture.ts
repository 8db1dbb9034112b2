import {
  type ClaytonsOutcome,
  createPage,
  findPage,
  proceedImport,
  putPage,
  readClaytonsFacts,
  updateModule,
  writeClaytons,
} from '@recourse/canvas'
import {
  type ClaytonsChoices,
  type ClaytonsPlan,
  type Collection,
  type CourseId,
  defaultClaytonsChoices,
  planClaytons,
  type ReadyClaytons,
} from '@recourse/core'
import {
  type Bench,
  configurationOf,
  copyCourse,
  createBench,
  drawReadyPlan,
  newCourse,
  newImage,
  newModules,
  ORIGIN,
  writeConfiguration,
} from '../import/copied-course.fixture.ts'
import { parseHtml } from '../import/parse-html.fixture.ts'
import type { SandboxOptions } from '../sandbox.ts'

export { ORIGIN, parseHtml }

export const collectionOf = (name: string, more: Partial<Collection> = {}): Collection => ({
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

export interface ClaytonsStage {
  readonly bench: Bench
  readonly courseId: CourseId
}

const hostile =
  '<p onclick="x()">R&amp;D <b>bold</b><script>x()</script> <a href="/x y" rel="nofollow" target="_blank">link</a></p>'

/** A course of these collections, two modules in each, with pictures, dates and texts of every sort. */
export async function setClaytons(
  collections: readonly Collection[],
  options: SandboxOptions = {},
): Promise<ClaytonsStage> {
  const bench = createBench(options)
  const courseId = await newCourse(bench, 'MATH101')
  const names = collections.flatMap(({ name }) => [`${name}: one`, `${name}: two`])
  const modules = await newModules(bench, courseId, names)
  for (const { id } of modules) await updateModule(bench.admin, courseId, id, { isPublished: true })
  const picture = await newImage(bench, courseId, 'card one.png')
  const image = `${ORIGIN}/courses/${courseId}/files/${picture.id}/download`
  const entries = modules.map((module, at) => ({
    ...module,
    collection: collections[Math.floor(at / 2)]?.name ?? null,
    label: 'Week',
    autonum: true,
    description: hostile,
    engage: true,
    engageText: 'Start "now" & here',
    ...(at % 2 === 0
      ? { image, altText: 'A "map" & more', banner: 'image' as const }
      : { fyi: true, fyiText: 'Soon <i>here</i>' }),
    ...(at % 2 === 1 && {
      banner: 'iframe' as const,
      iframe: '<iframe src="https://player.vimeo.com/video/1"></iframe>',
    }),
    metadata: { weighting: '20 %' },
  }))
  const first = collections[0]?.name ?? ''
  await writeConfiguration(bench, courseId, configurationOf(entries, { collections, defaultCollection: first }))
  return { bench, courseId }
}

export async function planFor(
  { bench, courseId }: ClaytonsStage,
  choices: Partial<ClaytonsChoices> = {},
): Promise<ClaytonsPlan> {
  const facts = await readClaytonsFacts(bench.canvas, courseId, { parseHtml })
  return planClaytons(facts, { ...defaultClaytonsChoices, ...choices }, parseHtml)
}

export async function readyFor(stage: ClaytonsStage, choices: Partial<ClaytonsChoices> = {}): Promise<ReadyClaytons> {
  const plan = await planFor(stage, choices)
  if (plan.kind !== 'ready') throw new Error(`the plan is ${plan.kind}: ${plan.text}`)
  return plan
}

export async function write(stage: ClaytonsStage, choices: Partial<ClaytonsChoices> = {}): Promise<ClaytonsOutcome> {
  return writeClaytons(stage.bench.canvas, await readyFor(stage, choices), { parseHtml })
}

export const resultsOf = ({ pages }: ClaytonsOutcome): readonly string[] => pages.map(({ result }) => result)

export const statesOf = (plan: ReadyClaytons): readonly string[] => plan.pages.map(({ state }) => state)

/** What Canvas stores, to the letter. */
export function storedBody({ bench, courseId }: ClaytonsStage, title: string): string {
  const pages = [...bench.sandbox.world.rows.pages.values()]
  const found = pages.find(
    page => page.courseId === Number(courseId) && page.title === title && page.state !== 'deleted',
  )
  return found?.body ?? ''
}

export async function putBody({ bench, courseId }: ClaytonsStage, title: string, body: string): Promise<void> {
  const page = await findPage(bench.admin, courseId, { title })
  if (page === undefined) await createPage(bench.admin, courseId, { title, body })
  else await putPage(bench.admin, courseId, { id: page.id }, { body })
}

/** A copy of the course into which its Collections were brought. */
export async function copyAndImport({ bench, courseId }: ClaytonsStage): Promise<ClaytonsStage> {
  const copy = await newCourse(bench, 'MATH101 next term')
  await copyCourse(bench, courseId, copy)
  const plan = await drawReadyPlan(bench.canvas, copy)
  const outcome = await proceedImport(bench.canvas, plan, { parseHtml })
  if (!outcome.ok) throw new Error(outcome.text)
  return { bench, courseId: copy }
}
