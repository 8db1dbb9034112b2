import { type CourseName, canonicalSlug, canonicalTitle, type PlannedPage, type ReadyPlan } from '@recourse/core'
import type { Setting } from './describe-next.ts'
import type { Fact } from './sheet.ts'
import { courseWords, instantWords, sourceWords } from './words.ts'

/** The few lines below a headline: from where, to where, on which page. Only what is brought over comes from somewhere. */
export function sourceFacts({ source, destination, choices }: ReadyPlan): readonly Fact[] {
  const isHere = source.courseId === destination.courseId || choices.action !== 'proceed'
  return isHere ? [] : [{ label: 'From', text: sourceWords(source) }]
}

export function destinationFact(plan: { readonly destination: CourseName }, setting: Setting): Fact {
  return { label: 'To', text: courseWords(plan.destination), href: `${setting.courseUrl}/modules` }
}

/** A copy of a copy says its way: A → B → C. */
export function chainFacts({ source }: ReadyPlan): readonly Fact[] {
  if (source.chain.length < 2) return []
  const first = source.chain[0]
  const steps = [...(first ? [first.fromCourseId] : []), ...source.chain.map(({ toCourseId }) => toCourseId)]
  return [{ label: 'By way of', text: steps.map(id => `course ${id}`).join(' → ') }]
}

/** The page, and when it was saved last. */
export function pageFacts(page: PlannedPage, setting: Setting): readonly Fact[] {
  return [pageFact(page, page.published, setting), { label: 'Saved', text: instantWords(page.updatedAt) }]
}

export function pageFact({ title, slug }: PlannedPage, published: boolean, setting: Setting): Fact {
  const text = `${title}, ${published ? 'published' : 'not published'}`
  return { label: 'Page', text, href: pageUrl(slug, setting) }
}

/** As it will stand: Collections looks at one address only, so a page of another is moved there. */
export function writtenPage(page: PlannedPage): PlannedPage {
  return page.slug === canonicalSlug ? page : { ...page, slug: canonicalSlug, title: canonicalTitle }
}

export function moveFacts({ slug }: PlannedPage): readonly Fact[] {
  if (slug === canonicalSlug) return []
  return [{ label: 'Moves to', text: `${canonicalTitle} (${canonicalSlug}), the only place where Collections looks` }]
}

/** Where what is imported stands on another page than the one that will be written. */
export function contentFacts({ contentFrom }: PlannedPage, setting: Setting): readonly Fact[] {
  if (contentFrom === null) return []
  const text = `${contentFrom.title} (${contentFrom.slug})`
  return [{ label: 'Read from', text, href: pageUrl(contentFrom.slug, setting) }]
}

const pageUrl = (slug: string, { courseUrl }: Setting): string => `${courseUrl}/pages/${encodeURIComponent(slug)}`
