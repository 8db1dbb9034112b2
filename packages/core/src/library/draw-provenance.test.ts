import { describe, expect, it } from 'vitest'
import { drawProvenance, type Relative } from './draw-provenance.ts'

const course = (courseId: string, given: Partial<Relative> = {}): Relative => ({
  courseId,
  title: `Course ${courseId}`,
  copiedFrom: null,
  copiedBy: null,
  isTrashed: false,
  isVisible: true,
  objectsShared: 0,
  ...given,
})

describe('the picture of where a course comes from', () => {
  it('leads from the original to its copies, and joins those that hold the same Learning Objects', () => {
    const { nodes, edges } = drawProvenance('b', [
      course('a', { objectsShared: 3 }),
      course('b', { copiedFrom: 'a', copiedBy: 'share', objectsShared: 3 }),
      course('c', { copiedFrom: 'b', copiedBy: 'duplicate' }),
    ])
    expect(nodes.map(({ id }) => id)).toEqual(['a', 'b', 'c'])
    expect(edges).toEqual([
      { kind: 'shares', from: 'b', to: 'a', objects: 3 },
      { kind: 'share', from: 'a', to: 'b', objects: null },
      { kind: 'duplicate', from: 'b', to: 'c', objects: null },
    ])
  })

  it('says of a course that one may not open neither its title nor its id', () => {
    const picture = drawProvenance('b', [
      course('secret', { isVisible: false, objectsShared: 1 }),
      course('b', { copiedFrom: 'secret', copiedBy: 'share' }),
    ])
    expect(JSON.stringify(picture)).not.toContain('secret')
    expect(picture.nodes[0]?.course).toBeNull()
    expect(picture.edges).toHaveLength(2)
  })

  it('leaves out where a course comes from when that is not among the relatives', () => {
    expect(drawProvenance('b', [course('b', { copiedFrom: 'gone', copiedBy: 'share' })]).edges).toEqual([])
  })
})
