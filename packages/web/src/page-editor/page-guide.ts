import type { ItemKind, Reference } from '@recourse/core/library'
import type { Item } from '../library/use-items.ts'

/** Something of the library as a page shows it; content `null`: it is in the trash. */
export interface GuideItem {
  readonly kind: ItemKind
  readonly itemId: string
  readonly name: string
  readonly revisionId: string
  readonly content: Item['content'] | null
}

/** Where a link between pages leads in this course. */
export interface GuideLink {
  readonly linkKey: string
  readonly storedId: string
  /** `null`: out of this course. */
  readonly targetId: string | null
  readonly targetTitle: string | null
}

/** What the references of a page stand for, here and now. */
export class PageGuide {
  readonly courseId: string
  readonly #items = new Map<string, GuideItem>()
  readonly #links = new Map<string, GuideLink>()
  /** Another number each time that something was learnt. */
  version = 0
  readonly #listeners = new Set<() => void>()

  constructor(courseId: string) {
    this.courseId = courseId
  }

  /** What the server says of it replaces what was known. */
  learn(items: readonly GuideItem[], links: readonly GuideLink[]): void {
    for (const item of items) this.#items.set(`${item.kind} ${item.itemId}`, item)
    for (const link of links) this.#links.set(`${link.linkKey} ${link.storedId}`, link)
    this.version += 1
    for (const listener of this.#listeners) listener()
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  findItem(kind: ItemKind, itemId: string): GuideItem | undefined {
    return this.#items.get(`${kind} ${itemId}`)
  }

  findLink({ linkKey, pageId }: Extract<Reference, { kind: 'page' }>): GuideLink | undefined {
    return this.#links.get(`${linkKey} ${pageId}`)
  }
}
