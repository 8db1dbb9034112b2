import {
  type DatePlan,
  defaultChoices,
  type HtmlParser,
  type ImportChoices,
  type ImportFacts,
  type PageId,
  planImport,
  reasonCodes,
} from '@recourse/core'

/**
 * What the dialog proposes before anybody chose: images of other courses are copied here, dates moved as the terms
 * say, and this course's own Collections kept where a copy replaced them. Every reason counts as accepted, because
 * here a person reads them all before they press *Proceed*; those nobody can accept stay in the way.
 */
export function firstChoices(facts: ImportFacts, parseHtml: HtmlParser, pageId: PageId | null = null): ImportChoices {
  const images = facts.rights.addFiles ? 'copy' : 'keep'
  const base: ImportChoices = { ...defaultChoices, pageId, images, accepted: reasonCodes }
  const plan = planImport(facts, base, parseHtml)
  if (plan.kind !== 'ready') return base
  return { ...base, action: plan.merge === null ? 'proceed' : 'keep-own', dates: proposeDates(plan.dates) }
}

function proposeDates({ rows, proposedDays }: DatePlan): ImportChoices['dates'] {
  const moves = rows.length > 0 && proposedDays !== null && proposedDays !== 0
  return moves ? { kind: 'shift', days: null } : { kind: 'keep' }
}
