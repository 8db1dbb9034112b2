import type { Reference } from '@recourse/core/library'

/** A reference that an attribute of the editor holds; `undefined`: none. */
export function toReference(value: unknown): Reference | undefined {
  if (typeof value !== 'object' || value === null || !('kind' in value)) return undefined
  const { kind } = value
  if (kind === 'page') {
    if (!('linkKey' in value && 'pageId' in value)) return undefined
    return { kind, linkKey: String(value.linkKey), pageId: String(value.pageId) }
  }
  if ((kind !== 'media' && kind !== 'resource' && kind !== 'term') || !('targetId' in value)) return undefined
  return { kind, targetId: String(value.targetId) }
}

export function toReferences(value: unknown): readonly Reference[] {
  return Array.isArray(value) ? value.flatMap(each => toReference(each) ?? []) : []
}

const id = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'
const pageName = new RegExp(`^page (${id}) (${id})$`, 'i')
const itemName = new RegExp(`^(media|resource|term) (${id})$`, 'i')

/** What `referenceName` wrote, as it stands in what is copied out of an editor. */
export function parseReferenceName(name: string): Reference | undefined {
  const [, linkKey, pageId] = pageName.exec(name) ?? []
  if (linkKey !== undefined && pageId !== undefined) return { kind: 'page', linkKey, pageId }
  const [, kind, targetId] = itemName.exec(name) ?? []
  return toReference({ kind, targetId })
}
