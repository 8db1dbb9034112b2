import type { Configuration } from '../configuration/configuration.ts'
import type { CoursePage, ImportFacts } from '../import/import-facts.ts'
import type { PageRow } from '../import/plan-rows.ts'
import type { CollectionsPage } from '../page/page-reading.ts'
import { findCanvasLink } from './canvas-url.ts'
import { pageWords } from './page-words.ts'

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
        : [toRow({ collection: collection.name, use, title, ...judge(title, use, carried, facts.pages) })]
    }),
  )
}

function toRow(row: Omit<PageRow, 'text'>): PageRow {
  return { ...row, text: pageWords(row.verdict, row.use, row.newTitle) }
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
): Pick<PageRow, 'verdict' | 'newTitle' | 'slug'> {
  if (pages === null) return { verdict: 'unknown', newTitle: title, slug: null }
  const found =
    pages.find(page => page.slug === carried.get(title)) ??
    pages.find(page => page.title === title) ??
    findAsCanvasDoes(title, pages)
  if (found === undefined) return { verdict: 'missing', newTitle: title, slug: null }
  const of = { newTitle: found.title, slug: found.slug }
  if (found.title !== title) return { verdict: 'renamed', ...of }
  return { verdict: !found.published && use === 'include' ? 'unpublished' : 'here', ...of }
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
