import type { ReadyPlan } from '@recourse/core'
import type { Texts } from '../texts/en.ts'

/** What the chosen act will do, a sentence each: shown before it, and in the report after it. */
export function willDo(plan: ReadyPlan, { will }: Texts): readonly string[] {
  const { choices, after } = plan
  const own = choices.action === 'keep-own'
  const parked = Object.values(choices.parked)
  return [
    ...(own ? [will.ownBack(after.modules.length)] : broughtOver(plan, will)),
    ...when(Object.keys(choices.collections).length, will.allocated),
    ...when(parked.filter(to => to !== null).length, will.given),
    ...when(parked.filter(to => to === null).length, will.discarded),
    ...(choices.publish && !plan.page.published ? [will.publish] : []),
    ...(choices.showToStudents ? [will.show] : []),
  ]
}

function broughtOver(plan: ReadyPlan, will: Texts['will']): readonly string[] {
  const acting = (act: string): number => plan.images.filter(row => row.act === act).length
  return [
    ...when(plan.matched.length, will.modules),
    ...when(plan.importedUnmatched.length, will.parked),
    ...when(plan.currentUnmatched.length, will.fresh),
    ...when(acting('relink'), will.relinked),
    ...when(acting('copy'), will.copied),
    ...when(acting('drop'), will.dropped),
    ...when(plan.links.filter(({ url, newUrl }) => url !== newUrl).length, will.links),
    ...dateWords(plan, will),
  ]
}

function dateWords({ dates }: ReadyPlan, will: Texts['will']): readonly string[] {
  const all = dates.rows.length
  const moved = dates.rows.filter(({ oldOn, newOn }) => newOn !== null && newOn !== oldOn).length
  switch (dates.act) {
    case 'clear':
      return when(all, will.cleared)
    case 'keep':
      return when(all, will.keptDates)
    case 'shift':
      return [...when(moved, n => will.moved(n, dates.days)), ...when(all - moved, will.keptDates)]
    default:
      return dates.act satisfies never
  }
}

function when(number: number, text: (number: number) => string): readonly string[] {
  return number > 0 ? [text(number)] : []
}
