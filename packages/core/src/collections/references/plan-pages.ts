import type { Configuration } from '../configuration/configuration.ts'
import type { CoursePage, ImportFacts } from '../import/import-facts.ts'
import type { PageRow } from '../import/plan-rows.ts'
import type { CollectionsPage } from '../page/page-reading.ts'
import { findCanvasLink } from './canvas-url.ts'

/**
 * Include and output pages, which a configuration names by title (collections-1.3 §1.1 *Include page*, §4): there, renamed by
 * the copy (our carried link tells), invisible to students, or missing.
 */
export function planPages(
  configuration: Configuration,
  page: CollectionsPage,
  facts: Pick<ImportFacts, 'pages'>,
): readonly PageRow[] {
  const carried = new Map(page.pageLinks.flatMap(({ title, href }) => carriedSlug(title, href)))
  return configuration.collections.flatMap(collection =>
    (['include', 'output'] as const).flatMap(use => {
      const title = use === 'include' ? collection.includePage : collection.outputPage
      return title === ''
        ? []
        : [{ collection: collection.name, use, title, ...judge(title, use, carried, facts.pages) }]
    }),
  )
}

function carriedSlug(title: string, href: string): readonly (readonly [string, string])[] {
  const link = findCanvasLink(href)
  return link?.kind === 'page' ? [[title, link.ref]] : []
}

function judge(
  title: string,
  use: PageRow['use'],
  carried: ReadonlyMap<string, string>,
  pages: readonly CoursePage[] | null,
): Pick<PageRow, 'verdict' | 'newTitle' | 'slug' | 'text'> {
  if (pages === null)
    return { verdict: 'unknown', newTitle: title, slug: null, text: 'The pages of this course cannot be listed.' }
  const found =
    pages.find(page => page.slug === carried.get(title)) ??
    pages.find(page => page.title === title) ??
    findAsCanvasDoes(title, pages)
  if (found === undefined) return { verdict: 'missing', newTitle: title, slug: null, text: missingText(use) }
  const of = { newTitle: found.title, slug: found.slug }
  if (found.title !== title) return { verdict: 'renamed', ...of, text: `Is called “${found.title}” here.` }
  if (!found.published && use === 'include')
    return { verdict: 'unpublished', ...of, text: 'Here, but students do not see it: it is not published.' }
  return { verdict: 'here', ...of, text: 'Here.' }
}

/** Canvas finds a page by the slug that its title makes; letters and digits are what both forms have in common. */
export function findAsCanvasDoes<Page extends Pick<CoursePage, 'slug' | 'title'>>(
  title: string,
  pages: readonly Page[],
): Page | undefined {
  const wanted = lettersOf(title)
  return wanted === ''
    ? undefined
    : pages.find(page => lettersOf(page.slug) === wanted || lettersOf(page.title) === wanted)
}

function lettersOf(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
}

function missingText(use: PageRow['use']): string {
  return use === 'include'
    ? 'No page of this name here: nothing will be shown for it.'
    : 'No page of this name here yet: it is made when static pages are next written.'
}
