import type { ImportChoices } from './import-choices.ts'
import type { ConfigurationPage } from './import-facts.ts'
import { type ReadyPlan, type Reason, type ReasonCode, reasonCodes } from './import-plan.ts'
import type { Evidence, ImageRow } from './plan-rows.ts'
import { type PlanReason, reasonWords } from './reason-words.ts'

type Judged = Pick<
  ReadyPlan,
  'matched' | 'importedUnmatched' | 'currentUnmatched' | 'images' | 'links' | 'pages' | 'dates' | 'merge' | 'size'
> & {
  readonly choices: ImportChoices
  /** The page that would be written. */
  readonly target: Pick<ConfigurationPage, 'title' | 'reading' | 'blueprintLocked'>
  readonly lockedBy: string | null
}

/** Nobody can take responsibility for these: writing would fail, or destroy what somebody else is doing. */
const unacceptable: ReadonlySet<ReasonCode> = new Set([
  'blueprint-locked',
  'locked',
  'too-large',
  'unreadable',
  'two-configurations',
])

/** The reasons that a person may have seen and go on all the same. */
export const acceptableReasons: readonly ReasonCode[] = reasonCodes.filter(code => !unacceptable.has(code))

/** Why a person has to look, each once, in the order in which they are worth reading. */
export function findReasons(plan: Judged): readonly Reason[] {
  const found =
    plan.choices.action === 'proceed'
      ? [...pairingReasons(plan), ...imageReasons(plan), ...dateReasons(plan), ...mergeReasons(plan)]
      : []
  return [...found, ...writingReasons(plan)].map(([code, count]) => ({
    code,
    text: reasonWords(code, { ...plan, count, hasOwn: plan.merge !== null }),
    accepted:
      plan.choices.action === 'proceed' && plan.choices.accepted.includes(code) && acceptableReasons.includes(code),
  }))
}

type Found = readonly (readonly [code: PlanReason, count: number])[]

function pairingReasons({ importedUnmatched }: Judged): Found {
  const open = importedUnmatched.filter(row => row.why !== 'gone-in-source')
  const similar = open.filter(row => row.suggestion !== null).length
  const namesakes = open.filter(row => row.suggestion === null && row.why === 'duplicate-names').length
  return [
    ...ofSome('not-matched', open.length - similar - namesakes),
    ...ofSome('similar', similar),
    ...ofSome('duplicate-names', namesakes),
  ]
}

function imageReasons({ images }: Judged): Found {
  const kept = images.filter(row => row.act !== 'drop')
  const missing = kept.filter(row => row.verdict === 'missing' || row.verdict === 'unknown')
  const foreign = kept.filter(row => row.verdict === 'elsewhere' && row.act !== 'copy')
  return [...ofSome('missing-image', missing.length), ...ofSome('foreign-image', foreign.length)]
}

function dateReasons({ dates }: Judged): Found {
  if (dates.act !== 'shift') return []
  if (dates.proposedDays === null && dates.days === 0) return [['dates', 0]]
  return ofSome('dates', dates.rows.filter(row => row.oldOn === null).length)
}

function mergeReasons({ merge }: Judged): Found {
  return when('own-configuration-replaced', merge !== null)
}

function writingReasons({ target, lockedBy, size, merge, choices }: Judged): Found {
  return [
    ...when('unreadable', choices.action === 'proceed' && !target.reading.ok),
    ...when('own-configuration-replaced', choices.action === 'keep-own' && merge === null),
    ...when('blueprint-locked', target.blueprintLocked),
    ...when('locked', lockedBy !== null),
    ...when('too-large', size.length > size.limit),
  ]
}

function ofSome(code: PlanReason, count: number): Found {
  return count === 0 ? [] : [[code, count]]
}

function when(code: PlanReason, isSo: boolean): Found {
  return isSo ? [[code, 0]] : []
}

const beyondDoubt: ReadonlySet<Evidence> = new Set(['chosen', 'copied', 'carried', 'same-id', 'same-name'])

/** Clean, safe, or a person's business (design *Needs a person*). */
export function judgeVerdict(plan: Judged, reasons: readonly Reason[]): ReadyPlan['verdict'] {
  if (reasons.some(found => !found.accepted)) return 'person'
  return reasons.length === 0 && isClean(plan) ? 'clean' : 'safe'
}

function isClean(plan: Judged): boolean {
  const isFine = ({ verdict }: ImageRow) => verdict === 'here' || verdict === 'moved' || verdict === 'web'
  return (
    plan.choices.action === 'proceed' &&
    plan.matched.every(row => beyondDoubt.has(row.evidence)) &&
    plan.importedUnmatched.every(row => row.why === 'gone-in-source') &&
    plan.currentUnmatched.every(row => row.why === 'new-in-source') &&
    plan.images.every(isFine) &&
    plan.links.every(({ verdict }) => verdict === 'here' || verdict === 'moved') &&
    plan.pages.every(({ verdict, use }) => verdict !== 'missing' || use === 'output')
  )
}
