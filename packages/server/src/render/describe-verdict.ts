import type { ReadyPlan } from '@recourse/core'
import { type Line, line } from './sheet.ts'
import { count, list } from './words.ts'

/** The headline: what it comes to, in a sentence. */
export function verdictLine(plan: ReadyPlan): Line {
  const open = plan.reasons.filter(({ accepted }) => !accepted).length
  const found = modulesFound(plan)
  if (open === 0 && plan.choices.action === 'refresh')
    return line(`Refresh starts again with empty Collections. ${lossWords(plan.loss)}`, 'caution')
  if (open === 0 && plan.choices.action === 'keep-own')
    return line("Keep: this course's own Collections come back.", 'good')
  switch (plan.verdict) {
    case 'clean':
      return line(`Clean: ${found}. Proceed brings everything over.`, 'good')
    case 'safe':
      return plan.reasons.length > 0
        ? line(`Decided: ${found}, and what needed a person has been accepted.`, 'good')
        : line(`Safe: ${found}, and nothing of last term's Collections is lost.`, 'good')
    case 'person':
      return line(`Needs a person: ${count(open, 'thing')} to look at. ${sentence(found)}.`, 'caution')
    default:
      return plan.verdict satisfies never
  }
}

/** Named before it is taken away (design *Words*). */
export function lossWords({ collections, descriptions, images, dates, parked }: ReadyPlan['loss']): string {
  const parts: readonly (readonly [number, string])[] = [
    [collections, count(collections, 'collection')],
    [descriptions, count(descriptions, 'description')],
    [images, count(images, 'image')],
    [dates, count(dates, 'date')],
    [parked, `${count(parked, 'entry', 'entries')} kept for later`],
  ]
  const lost = parts.filter(([number]) => number > 0).map(([, words]) => words)
  const kept = 'Only the page history keeps what was there.'
  return lost.length === 0 ? kept : `It takes away ${list(lost)}. ${kept}`
}

function modulesFound({ matched, importedUnmatched }: ReadyPlan): string {
  const total = matched.length + importedUnmatched.length
  const gone = importedUnmatched.filter(({ why }) => why === 'gone-in-source').length
  if (total === 0) return 'these Collections name no module'
  if (matched.length === total) return total === 1 ? 'the one module was found' : `all ${total} modules were found`
  const rest = gone === 0 ? '' : ` (${gone} gone in the source already)`
  return `${matched.length} of ${count(total, 'module')} ${matched.length === 1 ? 'was' : 'were'} found${rest}`
}

const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
