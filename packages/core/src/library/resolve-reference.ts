/** A page as it stands in a course. */
export interface PlacedPage {
  readonly id: string
  readonly linkKey: string
  readonly objectId: string
  /** Of its LO; `null`: not made by a copy. */
  readonly copyBatch: string | null
}

export interface ReferencePin {
  readonly pageId: string
  readonly linkKey: string
  readonly storedId: string
  readonly targetId: string
}

/** What a course places, as far as references go. */
export interface LinkCourse {
  readonly pages: readonly PlacedPage[]
  readonly pins: readonly ReferencePin[]
}

export interface PageReference {
  readonly linkKey: string
  readonly pageId: string
}

/** The rule that decided, and the page; `null`: outside, to be listed, never guessed. */
export interface ResolvedReference {
  readonly rule: 'pinned' | 'same object' | 'same batch' | 'only one' | 'stored' | 'outside'
  readonly targetId: string | null
}

/** Which page of the course a reference means there (library §1.7). The server asks its database for the same (resolve-references.ts). */
export function resolveReference(course: LinkCourse, from: PlacedPage, reference: PageReference): ResolvedReference {
  const { linkKey, pageId: storedId } = reference
  const pin = course.pins.find(
    each => each.pageId === from.id && each.linkKey === linkKey && each.storedId === storedId,
  )
  if (pin !== undefined) return toPlaced(course, pin.targetId, 'pinned')
  const sameKey = course.pages.filter(page => page.linkKey === linkKey)
  const sameObject = findOnly(sameKey.filter(page => page.objectId === from.objectId))
  if (sameObject !== undefined) return { rule: 'same object', targetId: sameObject.id }
  const sameBatch = findOnly(sameKey.filter(page => from.copyBatch !== null && page.copyBatch === from.copyBatch))
  if (sameBatch !== undefined) return { rule: 'same batch', targetId: sameBatch.id }
  const only = findOnly(sameKey)
  if (only !== undefined) return { rule: 'only one', targetId: only.id }
  return toPlaced(course, storedId, 'stored')
}

function toPlaced({ pages }: LinkCourse, id: string, rule: 'pinned' | 'stored'): ResolvedReference {
  return pages.some(page => page.id === id) ? { rule, targetId: id } : { rule: 'outside', targetId: null }
}

function findOnly(pages: readonly PlacedPage[]): PlacedPage | undefined {
  return pages.length === 1 ? pages[0] : undefined
}
