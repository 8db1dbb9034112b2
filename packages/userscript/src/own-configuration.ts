import { type CallOptions, type Canvas, findPage, listPagesWithBody, type Module, type Page } from '@recourse/canvas'
import { type Configuration, type CourseId, canonicalSlug, type HtmlParser, readCollectionsPage } from '@recourse/core'

/** The pages that may hold a configuration, as the import dialog searches for them: one answer serves both. */
export async function searchConfigurations(
  canvas: Canvas,
  courseId: CourseId,
  options?: CallOptions,
): Promise<readonly Page[]> {
  const found = await listPagesWithBody(canvas, courseId, { searchTerm: 'Canvas Collections' }, options)
  if (found.some(({ url, body }) => url === canonicalSlug && body !== null)) return found
  // A page may have been renamed and keep its address, and some installations send no bodies in lists.
  const page = await findPage(canvas, courseId, { slug: canonicalSlug }, options)
  return page === undefined ? found : [...found.filter(({ id }) => id !== page.id), page]
}

/** The page that bears this course's own configuration, by address and tag; any other waits for an import. */
export interface OwnPage {
  readonly page: Page
  readonly configuration: Configuration
}

export function findOwn(pages: readonly Page[], courseId: CourseId, parseHtml: HtmlParser): OwnPage | undefined {
  const page = pages.find(({ url }) => url === canonicalSlug)
  const reading = page?.body ? readCollectionsPage(parseHtml(page.body)) : undefined
  const isOwn = reading?.ok === true && reading.page.courseId === courseId
  return page !== undefined && isOwn ? { page, configuration: reading.page.configuration } : undefined
}

/** A restored package bears the course's tag, and knows none of its modules. */
export function knowsModules({ modules: entries }: Configuration, modules: readonly Pick<Module, 'id'>[]): boolean {
  const here = new Set<string>(modules.map(({ id }) => id))
  return entries.length === 0 || here.size === 0 || entries.some(({ key }) => here.has(key))
}
