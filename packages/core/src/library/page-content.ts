export type ItemKind = 'media' | 'resource' | 'term'

/** What an element of a page refers to. A page is named by its link key and by itself, never by an address (library §1.7). */
export type Reference =
  | { readonly kind: 'page'; readonly linkKey: string; readonly pageId: string }
  | { readonly kind: ItemKind; readonly targetId: string }

/** An element of a page; its id is unique within the page. */
export interface Block {
  readonly id: string
  readonly kind: string
  /** Cleaned markup. */
  readonly text: string
  readonly references: readonly Reference[]
}

export interface PageContent {
  readonly title: string
  readonly blocks: readonly Block[]
}

/** Every reference of a page once, in the order of its elements. */
export function listReferences({ blocks }: PageContent): readonly Reference[] {
  const byName = new Map(blocks.flatMap(block => block.references).map(each => [referenceName(each), each]))
  return [...byName.values()]
}

/** The same name for the same reference, and for no other. */
export function referenceName(reference: Reference): string {
  return reference.kind === 'page'
    ? `page ${reference.linkKey} ${reference.pageId}`
    : `${reference.kind} ${reference.targetId}`
}

/** A page that shows another library item in the place of one (library §1.3 *T32*). */
export function replaceItem(content: PageContent, kind: ItemKind, fromId: string, toId: string): PageContent {
  const replace = (reference: Reference): Reference =>
    reference.kind === kind && reference.targetId === fromId ? { kind, targetId: toId } : reference
  return {
    ...content,
    blocks: content.blocks.map(block => ({ ...block, references: block.references.map(replace) })),
  }
}
