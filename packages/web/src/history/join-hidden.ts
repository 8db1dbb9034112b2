import type { Provenance } from '@recourse/core/library'

export interface RelatedNode {
  readonly id: string
  /** `null`: courses that one may not open, together. */
  readonly course: { readonly courseId: string; readonly title: string } | null
  /** How many courses it stands for. */
  readonly count: number
  readonly isTrashed: boolean
}

export interface RelatedEdge {
  readonly kind: Provenance['edges'][number]['kind']
  readonly from: string
  readonly to: string
  readonly objects: number | null
}

export interface Related {
  readonly nodes: readonly RelatedNode[]
  readonly edges: readonly RelatedEdge[]
}

const HIDDEN = 'hidden'

/** Courses that one may not open as one node: how they hang together is not to be told. */
export function joinHidden({ nodes, edges }: Provenance): Related {
  const hidden = new Set(nodes.filter(({ course }) => course === null).map(({ id }) => id))
  const idOf = (id: string) => (hidden.has(id) ? HIDDEN : id)
  const seen = nodes.filter(({ id }) => !hidden.has(id)).map(node => ({ ...node, count: 1 }))
  const joined = { id: HIDDEN, course: null, count: hidden.size, isTrashed: false }
  const moved = edges.map(edge => ({ ...edge, from: idOf(edge.from), to: idOf(edge.to) }))
  const byName = new Map(moved.filter(({ from, to }) => from !== to).map(edge => [nameOf(edge), toJoined(edge)]))
  return { nodes: hidden.size === 0 ? seen : [...seen, joined], edges: [...byName.values()] }
}

function nameOf({ kind, from, to }: RelatedEdge): string {
  return `${kind} ${from} ${to}`
}

/** Of several courses a number of Learning Objects would be of one of them. */
function toJoined(edge: RelatedEdge): RelatedEdge {
  return edge.from === HIDDEN || edge.to === HIDDEN ? { ...edge, objects: null } : edge
}
