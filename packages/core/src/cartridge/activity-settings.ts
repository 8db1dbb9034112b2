import type { Element } from 'xast'
import type { CartridgeActivity } from './cartridge-course.ts'
import { attributeOf, childElements, descendantsNamed, instantAt, localName, numberAt, textAt, textOf } from './xml.ts'

type Identity = Pick<CartridgeActivity, 'identifier' | 'title' | 'href' | 'body'>

// What has a field of its own in the model.
const modelled = new Set([
  'title',
  'description',
  'text',
  'topic_id',
  'due_at',
  'lock_at',
  'unlock_at',
  'points_possible',
])

/** An activity with what Canvas's metadata say of it; without any, Canvas publishes what it imports, quizzes excepted. */
export function activityOf(
  kind: CartridgeActivity['kind'],
  meta: Element | undefined,
  identity: Identity,
): CartridgeActivity {
  // A graded discussion or quiz keeps its dates and points in an assignment of its own.
  const graded = descendantsNamed(meta, 'assignment')[0]
  return {
    ...identity,
    kind,
    isPublished: kind === 'quiz' ? textAt(meta, 'available') === 'true' : isPublished(meta),
    dueAt: instantAt(meta, 'due_at') ?? instantAt(graded, 'due_at'),
    unlockAt: instantAt(meta, 'unlock_at') ?? instantAt(graded, 'unlock_at') ?? instantAt(meta, 'delayed_post_at'),
    lockAt: instantAt(meta, 'lock_at') ?? instantAt(graded, 'lock_at'),
    pointsPossible: numberAt(meta, 'points_possible') ?? numberAt(graded, 'points_possible'),
    settings: settingsOf(meta, graded),
    assignment:
      graded === undefined ? null : { identifier: attributeOf(graded, 'identifier'), settings: settingsOf(graded) },
    questions: [],
  }
}

function isPublished(meta: Element | undefined): boolean {
  const state = textAt(meta, 'workflow_state')
  return state === null || !['unpublished', 'deleted'].includes(state)
}

/** Simple elements by name, those of the nested assignment first so that the thing's own win. */
export function settingsOf(...sources: readonly (Element | undefined)[]): ReadonlyMap<string, string> {
  const simple = sources.toReversed().flatMap(source => (source ? childElements(source) : []).filter(isSimple))
  return new Map(simple.map(element => [localName(element), textOf(element).trim()]))
}

function isSimple(element: Element): boolean {
  return childElements(element).length === 0 && textOf(element).trim() !== '' && !modelled.has(localName(element))
}
