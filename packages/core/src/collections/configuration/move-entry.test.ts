import { describe, expect, it } from 'vitest'
import { toModuleId } from '../../ids.ts'
import { blankEntry } from './blank-entry.ts'
import { moveEntry } from './move-entry.ts'

describe('an entry given to another module', () => {
  it('bears its id and name, and no second id beside them', () => {
    const old = { ...blankEntry('Week 1', 'Week 1'), label: 'Week', rest: { id: 81, 'x-future': true } }
    const moved = moveEntry(old, { id: toModuleId('21'), name: 'Week one' })
    expect(moved).toEqual({ ...old, key: '21', id: '21', name: 'Week one', rest: { 'x-future': true } })
  })

  it('keeps every other unknown key, prototype names too', () => {
    const rest = JSON.parse('{"__proto__":"a key","constructor":1}')
    const moved = moveEntry({ ...blankEntry('81', 'Week 1'), rest }, { id: toModuleId('21'), name: 'Week 1' })
    expect(Object.entries(moved.rest)).toEqual(Object.entries(rest))
  })
})
