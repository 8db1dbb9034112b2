import type { ImportChoices } from './import-choices.ts'
import { type ReadyPlan, type Reason, type ReasonCode, reasonCodes } from './import-plan.ts'
import type { Evidence, ImageRow } from './plan-rows.ts'

type Judged = Pick<
  ReadyPlan,
  'matched' | 'importedUnmatched' | 'currentUnmatched' | 'images' | 'links' | 'pages' | 'dates' | 'merge' | 'size'
> & {
  readonly choices: ImportChoices
  readonly blueprintLocked: boolean
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
  return [...found, ...writingReasons(plan)].map(([code, text]) => ({
    code,
    text,
    accepted:
      plan.choices.action === 'proceed' && plan.choices.accepted.includes(code) && acceptableReasons.includes(code),
  }))
}

type Found = readonly (readonly [code: ReasonCode, text: string])[]

function pairingReasons({ importedUnmatched }: Judged): Found {
  const open = importedUnmatched.filter(row => row.why !== 'gone-in-source')
  const similar = open.filter(row => row.suggestion !== null).length
  const namesakes = open.filter(row => row.suggestion === null && row.why === 'duplicate-names').length
  const unmatched = open.length - similar - namesakes
  return [
    ...reason(
      'not-matched',
      unmatched,
      n => `${n} imported ${modules(n)} not matched with a module here: pair by hand, or keep for later.`,
    ),
    ...reason(
      'similar',
      similar,
      n => `${n} imported ${modules(n)} probably the same as one here under another name: say yes or no.`,
    ),
    ...reason(
      'duplicate-names',
      namesakes,
      n => `${n} imported ${modules(n)} of a name that several bear: say which is which.`,
    ),
  ]
}

function imageReasons({ images }: Judged): Found {
  const missing = images.filter(
    row => (row.verdict === 'missing' || row.verdict === 'unknown') && row.act !== 'drop',
  ).length
  const foreign = images.filter(row => row.verdict === 'elsewhere' && row.act !== 'drop' && row.act !== 'copy').length
  return [
    ...reason(
      'missing-image',
      missing,
      n =>
        `${n} ${n === 1 ? 'image or file is' : 'images or files are'} missing or cannot be checked: upload, replace, or drop.`,
    ),
    ...reason(
      'foreign-image',
      foreign,
      n =>
        `${n} ${n === 1 ? 'image or file is' : 'images or files are'} in another course: copy here, or students may not see ${n === 1 ? 'it' : 'them'}.`,
    ),
  ]
}

function dateReasons({ dates }: Judged): Found {
  if (dates.act !== 'shift') return []
  if (dates.proposedDays === null && dates.days === 0)
    return [['dates', 'Nothing says by how much dates should move: name the days.']]
  const unreadable = dates.rows.filter(row => row.oldOn === null).length
  return reason(
    'dates',
    unreadable,
    n =>
      `${n} ${n === 1 ? 'date names' : 'dates name'} no day of a year and cannot be moved: set by hand, keep, or clear.`,
  )
}

function mergeReasons({ merge }: Judged): Found {
  return merge === null
    ? []
    : [
        [
          'own-configuration-replaced',
          'This course had Collections of its own before the copy: keep those, or bring both together.',
        ],
      ]
}

function writingReasons({ blueprintLocked, lockedBy, size, merge, choices }: Judged): Found {
  const nothingToKeep = choices.action === 'keep-own' && merge === null
  return [
    ...(nothingToKeep
      ? ([
          [
            'own-configuration-replaced',
            'This course had no Collections of its own before the copy: there is nothing to keep.',
          ],
        ] as const)
      : []),
    ...(blueprintLocked
      ? ([
          [
            'blueprint-locked',
            'The configuration page is locked by this course’s blueprint: import in the blueprint course, or unlock the page there.',
          ],
        ] as const)
      : []),
    ...(lockedBy === null
      ? []
      : ([
          ['locked', `${lockedBy} is editing Collections in this course right now: wait until they are done.`],
        ] as const)),
    ...(size.length > size.limit
      ? ([
          [
            'too-large',
            `The page would hold ${size.length} characters, Canvas takes ${size.limit}: shorten the largest entries.`,
          ],
        ] as const)
      : []),
  ]
}

function reason(code: ReasonCode, count: number, text: (count: number) => string): Found {
  return count === 0 ? [] : [[code, text(count)]]
}

function modules(count: number): string {
  return count === 1 ? 'module is' : 'modules are'
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
