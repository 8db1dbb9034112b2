import { expect, it } from 'vitest'
import { makeElementId } from './make-element-id.ts'
import { planIds } from './plan-ids.ts'

it('only what has no id of its own gets a new one', () => {
  let count = 0
  const makeId = () => `new${++count}`
  expect(planIds(['a', 'b', 'a', '', 'c', 'b'], makeId)).toEqual(['a', 'b', 'new1', 'new2', 'c', 'new3'])
})

it('ids are not made twice', () => {
  expect(new Set(Array.from({ length: 1000 }, makeElementId)).size).toBe(1000)
})
