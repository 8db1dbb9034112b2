import { findAsCanvasDoes } from '../references/plan-pages.ts'
import type { CollectionView } from '../view/collections-view.ts'
import type { StoredPage } from './claytons-facts.ts'

/** A collection that names a page for its static cards. */
export interface OutputPage {
  readonly name: string
  /** Of its generated part. */
  readonly id: string
  /** As the configuration names the page. */
  readonly title: string
  readonly view: CollectionView
  readonly isChosen: boolean
}

/** A page, and the collections that are written to it, in their order. */
export interface Target {
  readonly title: string
  /** `null` where it has to be made. */
  readonly page: StoredPage | null
  /** Other pages of the same title. */
  readonly doubles: readonly StoredPage[]
  readonly outputs: readonly OutputPage[]
}

/** Two titles may be of the same page. */
export function findTargets(outputs: readonly OutputPage[], pages: readonly StoredPage[]): readonly Target[] {
  const targets = new Map<string, Target>()
  for (const output of outputs) {
    const [page, ...doubles] = pagesOf(output.title, pages)
    const key = page === undefined ? `new ${output.title}` : page.id
    const before = targets.get(key)
    targets.set(key, {
      title: page?.title ?? output.title,
      page: page ?? null,
      doubles,
      outputs: [...(before?.outputs ?? []), output],
    })
  }
  return [...targets.values()]
}

/** The pages that a title means; more than one only where several have it. */
export function pagesOf<Page extends Pick<StoredPage, 'slug' | 'title'>>(
  title: string,
  pages: readonly Page[],
): readonly Page[] {
  const named = pages.filter(page => page.title === title)
  if (named.length > 0) return named
  const found = findAsCanvasDoes(title, pages)
  return found === undefined ? [] : [found]
}
