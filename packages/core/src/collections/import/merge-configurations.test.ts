import { describe, expect, it } from 'vitest'
import { configuration } from './import-facts.fixture.ts'
import { mergeConfigurations } from './merge-configurations.ts'

describe('keys that no version of ours knows', () => {
  const base = configuration({ rest: { kept: 1, changedHere: 1, changedThere: 1, changedByBoth: 1 } })
  const ours = configuration({ rest: { kept: 1, changedHere: 2, changedThere: 1, changedByBoth: 2, ours: true } })
  const theirs = configuration({
    rest: JSON.parse('{"kept":1,"changedHere":1,"changedThere":3,"changedByBoth":3,"theirs":true,"__proto__":"a key"}'),
  })

  it('come from both sides, ours where both changed', () => {
    const { rest } = mergeConfigurations({ base, ours, theirs }).configuration
    expect(Object.entries(rest)).toEqual([
      ['kept', 1],
      ['changedHere', 2],
      ['changedThere', 3],
      ['changedByBoth', 2],
      ['ours', true],
      ['theirs', true],
      ['__proto__', 'a key'],
    ])
  })

  it('are ours wherever both differ and nothing is known of before, and theirs besides', () => {
    const { rest } = mergeConfigurations({ base: null, ours, theirs }).configuration
    expect(rest).toMatchObject({ changedHere: 2, changedThere: 1, changedByBoth: 2, ours: true, theirs: true })
  })
})
