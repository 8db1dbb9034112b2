import type { Reference } from '@recourse/core/library'
import { textOf, toText } from '../library/item-text.ts'
import { outlineWords } from '../words/outline-words.ts'
import { pageWords } from '../words/page-words.ts'
import type { PageGuide } from './page-guide.ts'

export interface LinkTarget {
  /** What is said of where it leads. */
  readonly text: string
  readonly isActive: boolean
  /** Where a press leads when the page is read. */
  readonly href?: string
}

/** Where a link leads in this course, in words. */
export function describeLink(reference: Reference | undefined, href: string | null, guide: PageGuide): LinkTarget {
  if (reference === undefined) return describeAddress(href)
  if (reference.kind === 'page') return describePage(reference, guide)
  const item = guide.findItem(reference.kind, reference.targetId)
  if (item === undefined) return { text: pageWords.leadsUnknown, isActive: false }
  if (item.content === null) return { text: pageWords.leadsToTrash(item.name), isActive: false }
  if (item.kind === 'term') {
    return { text: pageWords.leadsToTerm(item.name, toText(textOf(item.content, 'text'))), isActive: true }
  }
  if (item.kind === 'media') {
    const file = `/api/media/${item.itemId}/${item.revisionId}`
    return { text: pageWords.leadsToFile(item.name), isActive: true, href: file }
  }
  const url = textOf(item.content, 'url')
  return { text: pageWords.leadsToResource(item.name, url), isActive: true, ...(isWeb(url) && { href: url }) }
}

function describeAddress(href: string | null): LinkTarget {
  if (href === null || href === '') return { text: pageWords.leadsNowhere, isActive: false }
  return { text: pageWords.leadsToAddress(href), isActive: true, ...(isWeb(href) && { href }) }
}

function describePage(reference: Extract<Reference, { kind: 'page' }>, guide: PageGuide): LinkTarget {
  const link = guide.findLink(reference)
  if (link === undefined || link.targetId === null) return { text: pageWords.leadsOutside, isActive: false }
  const title = link.targetTitle?.trim() || outlineWords.untitled
  const href = `/courses/${guide.courseId}/pages/${link.targetId}`
  return { text: pageWords.leadsToPage(title), isActive: true, href }
}

export function isWeb(address: string): boolean {
  return /^(?:https?|mailto|tel):/i.test(address)
}
