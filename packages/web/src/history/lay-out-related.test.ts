import { describe, expect, test } from 'vitest'
import { joinHidden } from './join-hidden.ts'
import { type Box, boxHeight, boxWidth, layOutRelated } from './lay-out-related.ts'

const node = (id: string, title: string | null = id) => ({
  id,
  course: title === null ? null : { courseId: id, title },
  isTrashed: false,
})
const copy = (from: string, to: string) => ({ kind: 'share' as const, from, to, objects: null })
const shares = (from: string, to: string, objects = 2) => ({ kind: 'shares' as const, from, to, objects })

function overlaps(a: Box, b: Box): boolean {
  return Math.abs(a.x - b.x) < boxWidth && Math.abs(a.y - b.y) < boxHeight
}

describe('courses that one may not open', () => {
  test('are one node, and nothing is told of how they hang together', () => {
    const nodes = [node('a'), node('h1', null), node('h2', null), node('h3', null)]
    const edges = [copy('h1', 'a'), copy('h1', 'h2'), copy('a', 'h3'), shares('a', 'h1'), shares('a', 'h3', 7)]
    const joined = joinHidden({ nodes, edges })
    expect(joined.nodes.map(({ course, count }) => [course?.title, count])).toEqual([
      ['a', 1],
      [undefined, 3],
    ])
    expect(joined.edges).toEqual([
      { kind: 'share', from: 'hidden', to: 'a', objects: null },
      { kind: 'share', from: 'a', to: 'hidden', objects: null },
      { kind: 'shares', from: 'a', to: 'hidden', objects: null },
    ])
  })

  test('are no node when there are none', () => {
    expect(joinHidden({ nodes: [node('a')], edges: [] }).nodes).toHaveLength(1)
  })
})

describe('a drawing', () => {
  test('of one course is one box within it', () => {
    const { boxes, curves, width, height } = layOutRelated('a', joinHidden({ nodes: [node('a')], edges: [] }))
    expect(curves).toEqual([])
    expect(boxes[0]).toMatchObject({ x: 24, y: 24 })
    expect([width > boxWidth, height > boxHeight]).toEqual([true, true])
  })

  test('has originals to the left of their copies, whoever looks', () => {
    const graph = joinHidden({
      nodes: ['b', 'a', 'c', 's'].map(id => node(id)),
      edges: [copy('a', 'b'), copy('b', 'c'), shares('b', 's')],
    })
    for (const id of ['a', 'b', 'c']) {
      const at = new Map(layOutRelated(id, graph).boxes.map(box => [box.node.id, box.x]))
      expect((at.get('a') ?? 0) < (at.get('b') ?? 0) && (at.get('b') ?? 0) < (at.get('c') ?? 0)).toBe(true)
    }
  })

  test.each([2, 50, 200])('of %i courses has no box over another, and none outside', count => {
    const ids = Array.from({ length: count }, (_, index) => `c${index}`)
    const edges = ids
      .slice(1)
      .map((id, index) => (index % 3 === 0 ? shares('c0', id) : copy(ids[Math.floor(index / 5)] ?? 'c0', id)))
    const { boxes, width, height, curves } = layOutRelated('c0', joinHidden({ nodes: ids.map(id => node(id)), edges }))
    expect(boxes).toHaveLength(count)
    expect(curves).toHaveLength(edges.length)
    expect(boxes.some((box, index) => boxes.slice(index + 1).some(other => overlaps(box, other)))).toBe(false)
    expect(boxes.every(({ x, y }) => x >= 0 && y >= 0 && x + boxWidth <= width && y + boxHeight <= height)).toBe(true)
  })

  test('ends where courses were copied in a circle, which a database may hold', () => {
    const graph = joinHidden({ nodes: [node('a'), node('b')], edges: [copy('a', 'b'), copy('b', 'a')] })
    expect(layOutRelated('a', graph).boxes).toHaveLength(2)
  })
})
