import type { ModuleItem, ModuleWithItems } from '@recourse/canvas'
import { toModuleId, toModuleItemId } from '@recourse/core'
import { describe, expect, it } from 'vitest'
import { toLiveModule } from './to-live-module.ts'

function item(isCompleted: boolean | null | undefined): ModuleItem {
  return {
    id: toModuleItemId('1'),
    moduleId: toModuleId('7'),
    title: 'x',
    position: 1,
    indent: 0,
    type: 'Page',
    htmlUrl: null,
    contentId: null,
    pageUrl: null,
    externalUrl: null,
    opensInNewTab: false,
    completionRequirement: isCompleted === undefined ? null : { type: 'must_view', minScore: null, isCompleted },
    isPublished: null,
    contentDetails: null,
  }
}

function module(...completed: readonly (boolean | null | undefined)[]): ModuleWithItems {
  return {
    id: toModuleId('7'),
    name: 'Week 1',
    position: 1,
    unlockAt: null,
    requireSequentialProgress: false,
    prerequisiteModuleIds: [],
    itemsCount: completed.length,
    isPublished: null,
    state: 'started',
    items: completed.map(item),
  }
}

describe('a module of the live view', () => {
  it.each([
    { name: 'nothing is required', completed: [undefined, undefined], requirements: null },
    { name: 'there are no items', completed: [], requirements: null },
    { name: 'Canvas tells nobody’s progress', completed: [null, null], requirements: null },
    {
      name: 'some are met',
      completed: [true, false, undefined, true],
      requirements: { completed: 2, required: 3 },
    },
    { name: 'none is met', completed: [false], requirements: { completed: 0, required: 1 } },
  ])('counts requirements where $name', ({ completed, requirements }) => {
    expect(toLiveModule(module(...completed)).requirements).toEqual(requirements)
  })

  it('is done where Canvas asked for one of several', () => {
    const one = { ...module(true, false), state: 'completed' as const }
    expect(toLiveModule(one).requirements).toEqual({ completed: 1, required: 1 })
    expect(toLiveModule({ ...module(false, false), state: 'completed' }).requirements).toEqual({
      completed: 0,
      required: 2,
    })
  })

  it('is published for who is not told', () => {
    expect(toLiveModule(module()).published).toBe(true)
    expect(toLiveModule({ ...module(), isPublished: false }).published).toBe(false)
  })
})
