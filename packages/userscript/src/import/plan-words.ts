import type { CourseName, ReadyPlan, Reason, SourceName } from '@recourse/core'
import type { Texts } from '../texts/en.ts'
import type { Format } from '../texts/format.ts'

export interface Sentence {
  readonly tone: 'good' | 'caution' | 'bad'
  readonly text: string
}

/** The headline: what it comes to, in a sentence. */
export function verdictWords(plan: ReadyPlan, { verdict }: Texts): Sentence {
  const found = plan.matched.length
  const all = found + plan.importedUnmatched.length
  if (blockers(plan).length > 0) return { tone: 'bad', text: verdict.blocked }
  if (plan.choices.action === 'keep-own') return { tone: 'good', text: verdict.keepOwn }
  if (plan.reasons.length > 0) return { tone: 'caution', text: verdict.person(plan.reasons.length, found, all) }
  return { tone: 'good', text: plan.verdict === 'clean' ? verdict.clean(found) : verdict.safe(found, all) }
}

/** What nobody can wave through: *Proceed* waits for it. */
export function blockers({ reasons }: ReadyPlan): readonly Reason[] {
  return reasons.filter(({ accepted }) => !accepted)
}

export function reasonWords({ code }: Reason, plan: ReadyPlan, { reasons }: Texts, { time }: Format): string {
  const open = plan.importedUnmatched.filter(({ why }) => why !== 'gone-in-source')
  const unsure = open.filter(({ suggestion }) => suggestion === null)
  const countImages = (...verdicts: readonly string[]): number =>
    plan.images.filter(({ verdict, act }) => verdicts.includes(verdict) && act !== 'drop' && act !== 'copy').length
  switch (code) {
    case 'not-matched':
      return reasons[code](unsure.filter(({ why }) => why !== 'duplicate-names').length)
    case 'similar':
      return reasons[code](open.length - unsure.length)
    case 'duplicate-names':
      return reasons[code](unsure.filter(({ why }) => why === code).length)
    case 'missing-image':
      return reasons[code](countImages('missing', 'unknown'))
    case 'foreign-image':
      return reasons[code](countImages('elsewhere'))
    case 'dates':
      return reasons[code](isShiftUnknown(plan) ? 0 : plan.dates.rows.filter(({ oldOn }) => oldOn === null).length)
    case 'own-configuration-replaced':
      return plan.merge === null ? reasons['nothing-to-keep'] : reasons[code]
    case 'locked':
      return reasons.locked(plan.lock?.userName ?? null, time(plan.lock?.updatedAt ?? ''))
    case 'too-large':
      return reasons['too-large'](plan.size.length, plan.size.limit)
    case 'two-configurations':
    case 'blueprint-locked':
    case 'unreadable':
      return reasons[code]
    default:
      return code satisfies never
  }
}

function isShiftUnknown({ dates }: ReadyPlan): boolean {
  return dates.proposedDays === null && dates.days === 0
}

export function courseTitle({ name, code }: Pick<CourseName, 'name' | 'code'>): string {
  return code === '' || name.startsWith(code) ? name : `${code} ${name}`
}

/** The source is named only where that is confirmed (design *Facts* 5). */
export function sourceTitle({ courseId, name, code, confirmed }: SourceName, { course }: Texts): string {
  if (courseId === null) return course.unknown
  return name === null || !confirmed ? course.unconfirmed(courseId) : courseTitle({ name, code: code ?? '' })
}

/** As short as a bar needs it: the code, which people know courses by. */
export function sourceShort(source: SourceName, texts: Texts): string {
  return source.confirmed && source.code !== null && source.code !== '' ? source.code : sourceTitle(source, texts)
}
