import type { HtmlParser } from '../html/html-parser.ts'
import type { ImportChoices } from './import-choices.ts'
import type { ConfigurationPage, ImportFacts } from './import-facts.ts'
import type { ImportPlan, NothingPlan, Reason, StuckPlan } from './import-plan.ts'
import { brokenWords, nothingWords, severalWords } from './no-plan-words.ts'
import { parkedRows } from './parked-rows.ts'
import {
  canonicalSlug,
  describeCandidate,
  isReadable,
  type PickedPage,
  pickPage,
  type ReadablePage,
} from './pick-page.ts'
import { planReady, toCourseName, toPlannedPage } from './plan-ready.ts'
import { planStudents } from './plan-students.ts'

/**
 * What to do about the Collections configuration of a copied course: one plan, drawn from facts and choices alone.
 * The same arguments give the same plan; preview, dry run, command line and act all use it (design *One plan*).
 */
export function planImport(facts: ImportFacts, choices: ImportChoices, parseHtml: HtmlParser): ImportPlan {
  if (facts.copying !== null) {
    return { kind: 'busy', readAt: facts.readAt, destination: toCourseName(facts), copying: facts.copying }
  }
  const picked = pickPage(facts, choices)
  if (picked.kind === 'one' && (choices.action !== 'proceed' || !isAlreadyHere(picked.candidate, facts))) {
    return planReady(facts, choices, picked.candidate, parseHtml)
  }
  if (choices.action === 'refresh' && picked.kind === 'broken')
    return planReady(facts, choices, picked.candidate, parseHtml)
  return picked.kind === 'broken' || picked.kind === 'several' ? stuck(facts, picked) : nothing(facts, picked)
}

/**
 * Tagged with this course and of its modules, where Collections looks for it: nothing to import. A page that bears the tag but knows none of the
 * modules was put here by other means (a restored package) and is imported by names.
 */
function isAlreadyHere({ slug, reading }: ReadablePage, { course, modules }: ImportFacts): boolean {
  const { courseId, configuration } = reading.page
  if (slug !== canonicalSlug || courseId !== course.id) return false
  const here = new Set<string>(modules.map(({ id }) => id))
  const knowsSome = configuration.modules.some(({ key }) => here.has(key))
  return knowsSome || configuration.modules.length === 0 || modules.length === 0
}

type StuckPage = Extract<PickedPage, { kind: 'broken' | 'several' }>

function stuck(facts: ImportFacts, picked: StuckPage): StuckPlan {
  return {
    kind: 'stuck',
    readAt: facts.readAt,
    destination: toCourseName(facts),
    reasons: [stuckReason(picked)],
    candidates: facts.candidates.map(describeCandidate),
    failedCopy: facts.failedCopy,
  }
}

function stuckReason(picked: StuckPage): Reason {
  if (picked.kind === 'several')
    return { code: 'two-configurations', text: severalWords(picked.candidates.length), accepted: false }
  return { code: 'unreadable', text: brokenWords(picked.candidate, picked.where), accepted: false }
}

function nothing(facts: ImportFacts, picked: Exclude<PickedPage, StuckPage>): NothingPlan {
  const why = picked.kind === 'none' ? 'no-configuration' : picked.kind === 'blank' ? 'blank' : 'already-here'
  const candidate: ConfigurationPage | null = picked.kind === 'none' ? null : picked.candidate
  const configuration = candidate !== null && isReadable(candidate) ? candidate.reading.page.configuration : null
  return {
    kind: 'nothing',
    readAt: facts.readAt,
    destination: toCourseName(facts),
    why,
    text: nothingWords(why),
    page: candidate === null ? null : toPlannedPage(candidate, candidate, facts),
    failedCopy: facts.failedCopy,
    parked: configuration === null ? [] : parkedRows(configuration, facts.modules),
    students:
      configuration === null
        ? null
        : planStudents(configuration, facts.modules, facts.course, candidate?.published === true),
  }
}
