import type { Related, RelatedEdge, RelatedNode } from './join-hidden.ts'

export interface Box {
  readonly node: RelatedNode
  readonly x: number
  readonly y: number
}

export interface Curve {
  readonly edge: RelatedEdge
  readonly path: string
}

export interface Drawing {
  readonly width: number
  readonly height: number
  readonly boxes: readonly Box[]
  readonly curves: readonly Curve[]
}

export const boxWidth = 232
export const boxHeight = 52
const COLUMN = boxWidth + 88
const ROW = boxHeight + 20
const EDGE = 24
/** Room for lines within the last column. */
const ROUND = 40

/** A column a generation, originals to the left of their copies; who only shares stands with this course. */
export function layOutRelated(courseId: string, { nodes, edges }: Related): Drawing {
  const generations = findGenerations(courseId, edges)
  const first = Math.min(0, ...nodes.map(({ id }) => generations.get(id) ?? 0))
  const columns = group(nodes, generations)
  const tallest = Math.max(1, ...[...columns.values()].map(({ length }) => length))
  const boxes = [...columns].flatMap(([generation, column]) =>
    column.map((node, row) => ({
      node,
      x: EDGE + (generation - first) * COLUMN,
      y: EDGE + row * ROW + ((tallest - column.length) * ROW) / 2,
    })),
  )
  const last = Math.max(0, ...columns.keys())
  return {
    width: EDGE * 2 + (last - first) * COLUMN + boxWidth + ROUND,
    height: EDGE * 2 + tallest * ROW - (ROW - boxHeight),
    boxes,
    curves: toCurves(edges, boxes),
  }
}

/** How many copies away each course is; a copy of a copy of an original is the original's second generation. */
function findGenerations(courseId: string, edges: readonly RelatedEdge[]): ReadonlyMap<string, number> {
  const copies = edges.filter(({ kind }) => kind !== 'shares')
  const found = new Map([[courseId, 0]])
  for (const id of found.keys()) {
    const at = found.get(id) ?? 0
    for (const { from, to } of copies) {
      if (from === id && !found.has(to)) found.set(to, at + 1)
      if (to === id && !found.has(from)) found.set(from, at - 1)
    }
  }
  return found
}

function group(
  nodes: readonly RelatedNode[],
  generations: ReadonlyMap<string, number>,
): ReadonlyMap<number, RelatedNode[]> {
  const columns = new Map<number, RelatedNode[]>()
  for (const node of nodes) {
    const generation = generations.get(node.id) ?? 0
    columns.set(generation, [...(columns.get(generation) ?? []), node])
  }
  return columns
}

function toCurves(edges: readonly RelatedEdge[], boxes: readonly Box[]): readonly Curve[] {
  const byId = new Map(boxes.map(box => [box.node.id, box]))
  return edges.flatMap(edge => {
    const [from, to] = [byId.get(edge.from), byId.get(edge.to)]
    return from && to ? [{ edge, path: toPath(from, to, edge.kind === 'shares' ? 8 : 0) }] : []
  })
}

/** From side to side; within one column around its outer side. `below`: two lines between two boxes do not cover each other. */
function toPath(from: Box, to: Box, below: number): string {
  const [start, end] = from.x <= to.x ? [from, to] : [to, from]
  const [y1, y2] = [start.y + boxHeight / 2 + below, end.y + boxHeight / 2 + below]
  const x1 = start.x + boxWidth
  if (start.x === end.x) return `M ${x1} ${y1} C ${x1 + 48} ${y1}, ${x1 + 48} ${y2}, ${x1} ${y2}`
  const middle = (x1 + end.x) / 2
  return `M ${x1} ${y1} C ${middle} ${y1}, ${middle} ${y2}, ${end.x} ${y2}`
}
