import { blankConfiguration } from '../configuration/blank-configuration.ts'
import type { HtmlParser } from '../html/html-parser.ts'
import type { CollectionsPage } from '../page/page-reading.ts'
import { largestEntries, measureCollectionsPage, pageLimit } from '../page/write-collections-page.ts'
import { addressReaders } from '../references/addressed-html.ts'
import { importedPage } from './apply-import.ts'
import { buildOutcome } from './build-outcome.ts'
import { countLoss } from './count-loss.ts'
import type { ImportChoices } from './import-choices.ts'
import type { ConfigurationPage, ImportFacts } from './import-facts.ts'
import type { CourseName, PlannedPage, ReadyPlan, SourceName } from './import-plan.ts'
import { isLockHeld } from './is-lock-held.ts'
import { findSource, type Judgement, judgeImport } from './judge-import.ts'
import { findReasons, judgeVerdict } from './judge-verdict.ts'
import { findOwnConfiguration } from './own-configuration.ts'
import { parkedRows } from './parked-rows.ts'
import { canonicalSlug, describeCandidate } from './pick-page.ts'
import { planStudents } from './plan-students.ts'

/** From this part of the limit on the largest entries are named (design *Proceeding*). */
const warnAbove = 0.8

/** What an unreadable page is taken for when a person chose to start again. */
const unreadPage: CollectionsPage = {
  configuration: blankConfiguration(),
  courseId: null,
  images: [],
  moduleLinks: [],
  pageLinks: [],
  upgrades: [],
  oddities: [],
}

/** The plan for one configuration page: every row judged once, the outcome built from the rows, the verdict over both. */
export function planReady(
  facts: ImportFacts,
  choices: ImportChoices,
  candidate: ConfigurationPage,
  parseHtml: HtmlParser,
): ReadyPlan {
  const content = candidate.reading.ok ? candidate.reading.page : unreadPage
  const readers = addressReaders(parseHtml)
  const judgement = judgeImport(facts, choices, content, readers.read)
  const { after, merge, written } = buildOutcome(
    facts,
    choices,
    content,
    judgement,
    findOwnConfiguration(candidate, facts),
    readers,
  )
  const target = findTarget(candidate, facts)
  const page = toPlannedPage(target, candidate, facts)
  const lock = isLockHeld(facts.lock, facts.readAt, facts.records) ? facts.lock : null
  const destination = toCourseName(facts)
  const rows = {
    ...rowsOf(written, after),
    merge,
    size: measure({ origin: facts.origin, destination, pages: judgement.pages }, after),
  }
  const judged = {
    ...rows,
    choices,
    target,
    lockedBy: lock === null ? null : (lock.userName ?? 'Someone'),
  }
  const reasons = findReasons(judged)
  const verdict = judgeVerdict(judged, reasons)
  const mayEdit = facts.rights.editPages && !target.blueprintLocked
  return {
    kind: 'ready',
    readAt: facts.readAt,
    origin: facts.origin,
    choices,
    source: toSourceName(judgement, facts),
    destination,
    page,
    verdict,
    reasons,
    mayProceed: verdict !== 'person' && mayEdit,
    mayEdit,
    ...rows,
    students: planStudents(after, facts.modules, facts.course, page.published || choices.publish),
    parked: parkedRows(after, facts.modules),
    loss: countLoss(content.configuration),
    notes: [...content.upgrades, ...content.oddities],
    unread: facts.unread,
    lock,
    failedCopy: facts.failedCopy,
    before: content.configuration,
    after,
  }
}

type Rows = Pick<
  ReadyPlan,
  'matched' | 'importedUnmatched' | 'currentUnmatched' | 'images' | 'links' | 'pages' | 'dates'
>

function rowsOf(judgement: Judgement, after: ReadyPlan['after']): Rows {
  const { matched, importedUnmatched, images, links, pages, dates } = judgement
  if (judgement.currentUnmatched.length === 0)
    return { matched, importedUnmatched, currentUnmatched: [], images, links, pages, dates }
  const collectionOf = new Map(after.modules.map(entry => [entry.key, entry.collection]))
  const currentUnmatched = judgement.currentUnmatched.map(({ moduleId, name, why, text }) => ({
    moduleId,
    name,
    why,
    text,
    collection: collectionOf.get(moduleId) ?? null,
  }))
  return { matched, importedUnmatched, currentUnmatched, images, links, pages, dates }
}

function measure(
  place: Pick<ReadyPlan, 'origin' | 'destination' | 'pages'>,
  after: ReadyPlan['after'],
): ReadyPlan['size'] {
  const length = measureCollectionsPage(importedPage(place, after))
  const isNear = length > warnAbove * pageLimit
  return { length, limit: pageLimit, largest: isNear ? largestEntries(after) : [] }
}

/**
 * Collections looks at one address only: that page is written, wherever the configuration was found. Where there is
 * none, the page found is given that address when it is written.
 */
function findTarget(candidate: ConfigurationPage, { candidates }: ImportFacts): ConfigurationPage {
  return candidates.find(({ slug }) => slug === canonicalSlug) ?? candidate
}

export function toPlannedPage(
  target: ConfigurationPage,
  content: ConfigurationPage,
  { candidates }: ImportFacts,
): PlannedPage {
  const { pageId, slug, title, published, updatedAt, revisionId, reading } = target
  const others = candidates.filter(candidate => candidate !== target && candidate !== content)
  const contentFrom = target === content ? null : describeCandidate(content)
  return {
    pageId,
    slug,
    title,
    published,
    updatedAt,
    revisionId,
    reading,
    contentFrom,
    others: others.map(describeCandidate),
  }
}

export function toCourseName({ course }: ImportFacts): CourseName {
  return { courseId: course.id, name: course.name, code: course.code }
}

function toSourceName({ sourceId, chain }: Judgement, facts: ImportFacts): SourceName {
  const source = findSource(sourceId, facts)
  const [name, code] = [source?.name ?? null, source?.code ?? null]
  const steps = chain.records.map(({ fromCourseId, toCourseId, kind, finishedAt }) => ({
    fromCourseId,
    toCourseId,
    kind,
    finishedAt,
  }))
  return { courseId: sourceId, name, code, confirmed: name !== null, chain: steps }
}
