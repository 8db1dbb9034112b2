import type { ModuleId } from '../../ids.ts'
import type { Configuration } from '../configuration/configuration.ts'
import type { CoursePage } from '../import/import-facts.ts'
import { findAsCanvasDoes } from '../references/plan-pages.ts'
import type { LiveModule } from './collections-view.ts'

export interface AttentionQuestion {
  readonly configuration: Configuration
  /** All of the course, in Canvas's order. */
  readonly modules: readonly LiveModule[]
  /** Pages of the course; `null` where they cannot be listed, and then nothing is said of them. */
  readonly pages: readonly Pick<CoursePage, 'slug' | 'title' | 'published'>[] | null
  /** Addresses of images that did not come, or that are known not to be there. */
  readonly missingImages: ReadonlySet<string>
  readonly staticPages: readonly StaticPage[]
}

/** The static cards of one collection, on a page that is there. */
export interface StaticPage {
  readonly collection: string
  readonly title: string
  /** They are as they would be written now. */
  readonly isCurrent: boolean
}

/** A thing that staff should look at; `fix` is what helps. */
export type Attention =
  | { readonly kind: 'missing-images'; readonly fix: 'choose-image'; readonly modules: readonly NamedModule[] }
  | { readonly kind: 'unknown-page'; readonly fix: 'name-page'; readonly collection: string; readonly title: string }
  | { readonly kind: 'unwritten-page'; readonly fix: 'write-page'; readonly collection: string; readonly title: string }
  | {
      readonly kind: 'unpublished-page'
      readonly fix: 'publish-page'
      readonly use: PageUse
      readonly collection: string
      readonly title: string
      readonly slug: string
    }
  | { readonly kind: 'no-collection'; readonly fix: 'choose-collection'; readonly modules: readonly NamedModule[] }
  | { readonly kind: 'parked'; readonly fix: 'review-parked'; readonly count: number }
  | { readonly kind: 'outdated-page'; readonly fix: 'write-page'; readonly collection: string; readonly title: string }

export type PageUse = 'include' | 'output'

export interface NamedModule {
  readonly id: ModuleId
  readonly name: string
}

/** What wants a look in a course's Collections, in the order of how much students notice. */
export function findAttention(question: AttentionQuestion): readonly Attention[] {
  const { parked } = question.configuration
  return [
    ...findLoose(question),
    ...findMissingImages(question),
    ...findPages(question),
    ...findOutdated(question),
    ...(parked.length === 0 ? [] : [{ kind: 'parked', fix: 'review-parked', count: parked.length } as const]),
  ]
}

/** Students find modules in no collection only where one that they see takes those in (collections-1.3 §1.1). */
function findLoose({ configuration: { collections, modules: entries }, modules }: AttentionQuestion): Attention[] {
  if (collections.length === 0 || collections.some(({ hide, unallocated }) => unallocated && !hide)) return []
  const names = new Set(collections.map(({ name }) => name))
  const placed = new Set(
    entries.flatMap(({ key, collection }) => (collection !== null && names.has(collection) ? [key] : [])),
  )
  const loose = modules.filter(({ id }) => !placed.has(id)).map(toNamed)
  return loose.length === 0 ? [] : [{ kind: 'no-collection', fix: 'choose-collection', modules: loose }]
}

function findMissingImages({ configuration, modules, missingImages }: AttentionQuestion): Attention[] {
  const entries = new Map<string, (typeof configuration.modules)[number]>(configuration.modules.map(e => [e.key, e]))
  const missing = modules.filter(({ id }) => {
    const entry = entries.get(id)
    return entry?.banner === 'image' && missingImages.has(entry.image)
  })
  return missing.length === 0 ? [] : [{ kind: 'missing-images', fix: 'choose-image', modules: missing.map(toNamed) }]
}

function findPages({ configuration: { collections }, pages }: AttentionQuestion): readonly Attention[] {
  if (pages === null) return []
  return collections.flatMap(({ name: collection, includePage, outputPage }) => [
    ...judgePage({ use: 'include', collection, title: includePage }, pages),
    ...judgePage({ use: 'output', collection, title: outputPage }, pages),
  ])
}

interface UsedPage {
  readonly use: PageUse
  readonly collection: string
  readonly title: string
}

function judgePage(
  { use, collection, title }: UsedPage,
  pages: NonNullable<AttentionQuestion['pages']>,
): readonly Attention[] {
  if (title === '') return []
  const found = pages.find(page => page.title === title) ?? findAsCanvasDoes(title, pages)
  if (found?.published) return []
  if (found !== undefined)
    return [{ kind: 'unpublished-page', fix: 'publish-page', use, collection, title: found.title, slug: found.slug }]
  return use === 'include'
    ? [{ kind: 'unknown-page', fix: 'name-page', collection, title }]
    : [{ kind: 'unwritten-page', fix: 'write-page', collection, title }]
}

function findOutdated({ staticPages }: AttentionQuestion): readonly Attention[] {
  return staticPages
    .filter(({ isCurrent }) => !isCurrent)
    .map(({ collection, title }) => ({ kind: 'outdated-page', fix: 'write-page', collection, title }))
}

function toNamed({ id, name }: LiveModule): NamedModule {
  return { id, name }
}
