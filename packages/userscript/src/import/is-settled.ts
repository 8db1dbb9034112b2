import { type Canvas, listModulesWithItems, type Page } from '@recourse/canvas'
import { type CourseId, canonicalSlug, type HtmlParser, isBlank, readCollectionsPage } from '@recourse/core'
import { findOwn, knowsModules, searchConfigurations } from '../own-configuration.ts'

/**
 * Whether Collections are at home here and nothing waits for an import: then nobody is asked, and the dialog's many
 * questions to Canvas wait until somebody opens it. What is asked here the live view asks too (`shared-fetch`).
 */
export async function isSettled(canvas: Canvas, courseId: CourseId, parseHtml: HtmlParser): Promise<boolean> {
  const pages = await searchConfigurations(canvas, courseId)
  const own = findOwn(pages, courseId, parseHtml)
  // What is kept for later is offered by the dialog when a module of its name appears.
  if (own === undefined || isBlank(own.configuration) || own.configuration.parked.length > 0) return false
  const others = pages.filter(({ url }) => url !== canonicalSlug)
  if (!others.every(page => holdsNothing(page, parseHtml))) return false
  return knowsModules(own.configuration, await listModulesWithItems(canvas, courseId))
}

/** Pages that only speak of Collections, the lock page, a template's blank one. */
function holdsNothing({ body }: Page, parseHtml: HtmlParser): boolean {
  if (body === null) return false
  const reading = readCollectionsPage(parseHtml(body))
  return reading.ok ? isBlank(reading.page.configuration) : reading.reason === 'no-configuration'
}
