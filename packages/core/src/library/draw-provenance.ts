import type { CopyMode } from './propose-title.ts'

/** A course of the family, as the database has it. */
export interface Relative {
  readonly courseId: string
  readonly title: string
  readonly copiedFrom: string | null
  readonly copiedBy: CopyMode | null
  readonly isTrashed: boolean
  readonly isVisible: boolean
  /** Learning Objects that the course in question holds too. */
  readonly objectsShared: number
}

export interface ProvenanceNode {
  /** Names the node in this picture; of a course that one may not open it says nothing. */
  readonly id: string
  /** `null`: one may not open it. */
  readonly course: { readonly courseId: string; readonly title: string } | null
  readonly isTrashed: boolean
}

export interface ProvenanceEdge {
  /** `share`, `duplicate`: from the original to its copy · `shares`: both hold so many of the same Learning Objects. */
  readonly kind: CopyMode | 'shares'
  readonly from: string
  readonly to: string
  readonly objects: number | null
}

export interface Provenance {
  readonly nodes: readonly ProvenanceNode[]
  readonly edges: readonly ProvenanceEdge[]
}

/** A course among those it was copied from, was copied to and shares with, as a graph (library §1.1 *R6*). */
export function drawProvenance(courseId: string, relatives: readonly Relative[]): Provenance {
  const ids = new Map(
    relatives.map((each, index) => [each.courseId, each.isVisible ? each.courseId : `hidden-${index}`]),
  )
  return {
    nodes: relatives.map(each => toNode(each, ids)),
    edges: relatives.flatMap(each => [...toOrigin(each, ids), ...toSharing(courseId, each, ids)]),
  }
}

type Ids = ReadonlyMap<string, string>

function toNode({ courseId, title, isTrashed, isVisible }: Relative, ids: Ids): ProvenanceNode {
  return { id: ids.get(courseId) ?? courseId, course: isVisible ? { courseId, title } : null, isTrashed }
}

function toOrigin({ courseId, copiedFrom, copiedBy }: Relative, ids: Ids): readonly ProvenanceEdge[] {
  const [from, to] = [ids.get(copiedFrom ?? ''), ids.get(courseId)]
  return from === undefined || to === undefined || copiedBy === null
    ? []
    : [{ kind: copiedBy, from, to, objects: null }]
}

function toSharing(here: string, { courseId, objectsShared }: Relative, ids: Ids): readonly ProvenanceEdge[] {
  const [from, to] = [ids.get(here), ids.get(courseId)]
  if (from === undefined || to === undefined || here === courseId || objectsShared === 0) return []
  return [{ kind: 'shares', from, to, objects: objectsShared }]
}
