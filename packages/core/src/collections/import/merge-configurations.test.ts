import { describe, expect, it } from 'vitest'
import { collection, configuration, entry } from './import-facts.fixture.ts'
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

describe('a collection that was renamed here', () => {
  const base = configuration({ modules: [entry('21', 'Week 1')] })
  const ours = configuration({
    defaultCollection: 'Topics',
    collections: [collection('Topics')],
    modules: [entry('21', 'Week 1', { collection: 'Topics' })],
  })
  const theirs = configuration({ modules: [entry('21', 'Week 1'), entry('22', 'Week 2')] })

  it('does not come back under its old name, and leaves what a copy adds to it in none', () => {
    const { collections, modules } = mergeConfigurations({ base, ours, theirs }).configuration
    expect(collections.map(({ name }) => name)).toEqual(['Topics'])
    expect(modules).toMatchObject([
      { key: '21', collection: 'Topics' },
      { key: '22', collection: null },
    ])
  })
})
