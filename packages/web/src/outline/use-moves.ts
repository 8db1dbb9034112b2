import { api } from '../api/api.ts'
import { act } from '../api/read.ts'
import type { Course } from '../courses/use-course.ts'
import { outlineWords } from '../words/outline-words.ts'
import { focusRow } from './focus-row.ts'
import type { OutlineDialog } from './outline-dialog.ts'
import { type CourseObject, type CoursePage, findObjectOf, isShared, listObjects } from './outline-parts.ts'
import { type Place, toOrder } from './plan-place.ts'
import { sitting } from './sitting.ts'
import type { RowKind } from './use-outline.ts'
import { useOutlineAct } from './use-outline-act.ts'

interface Move {
  readonly kind: RowKind
  readonly id: string
  readonly name: string
  readonly place: Place
  readonly leavesOthers?: boolean
}

/** Moves rows. What is shared asks first; a page that other courses would lose can be copied instead. */
export function useMoves(course: Course, open: (dialog: OutlineDialog) => void) {
  const moving = useOutlineAct(course.id, {
    ask: async (move: Move) => {
      const outcome = await askMove(course, move)
      if (!outcome.ok && outcome.reason === 'confirm') open(toLoses(move, outcome.message))
      return outcome
    },
    said: (_, { name }) => outlineWords.moved(name),
    onDone: (_, { id }) => focusRow(id),
    quiet: ['confirm'],
  })
  const copying = useCopyPage(course.id)
  const toLoses = (move: Move, message: string): OutlineDialog => ({
    kind: 'loses',
    name: move.name,
    message,
    onMove: () => moving.mutate({ ...move, leavesOthers: true }),
    onCopy: () => copying.mutate({ pageId: move.id, name: move.name, place: move.place }),
  })
  return (kind: RowKind, id: string, place: Place): void => {
    const move = { kind, id, place, name: findName(course, kind, id) }
    const shared = kind === 'page' ? findUnasked(course, id, place) : undefined
    if (shared === undefined) moving.mutate(move)
    else open({ kind: 'shared', object: shared, onGo: () => moving.mutate(move) })
  }
}

/** Copies a page into a Learning Object of the course. */
export function useCopyPage(courseId: string, onDone?: () => void) {
  return useOutlineAct(courseId, {
    ask: ({ pageId, place }: { readonly pageId: string; readonly name: string; readonly place: Place }) =>
      act(
        api.courses[':courseId'].pages[':pageId'].copy.$post({
          param: { courseId, pageId },
          json: { objectId: place.parentId, after: place.after },
        }),
      ),
    said: (_, { name }) => outlineWords.copied(name),
    onDone: value => {
      onDone?.()
      focusRow(value.pageId)
    },
  })
}

function askMove(course: Course, { kind, id, place, leavesOthers }: Move) {
  const { parentId, after } = place
  const param = { courseId: course.id }
  const one = api.courses[':courseId']
  if (kind === 'module') {
    return act(one.modules[':moduleId'].move.$post({ param: { ...param, moduleId: id }, json: { after } }))
  }
  if (kind === 'object') {
    const json = { moduleId: parentId, after }
    return act(one.objects[':objectId'].move.$post({ param: { ...param, objectId: id }, json }))
  }
  const object = findObjectOf(course, id)
  if (object?.id === parentId) {
    const pageIds = toOrder(object.pages.map(toId), id, after)
    return act(
      one.objects[':objectId'].pages.order.$post({
        param: { ...param, objectId: parentId },
        json: { pageIds: [...pageIds], baseRevisionId: object.revisionId },
      }),
    )
  }
  const json = { objectId: parentId, after, ...(leavesOthers && { leavesOthers }) }
  return act(one.pages[':pageId'].move.$post({ param: { ...param, pageId: id }, json }))
}

/** A shared Learning Object that the move changes and that was not asked about in this sitting. */
function findUnasked(course: Course, pageId: string, place: Place): CourseObject | undefined {
  const touched = [findObjectOf(course, pageId), listObjects(course).find(({ id }) => id === place.parentId)]
  return touched.find(object => object !== undefined && isShared(object) && !sitting.hasAgreed(object.id))
}

function findName(course: Course, kind: RowKind, id: string): string {
  if (kind === 'module') return course.modules.find(each => each.id === id)?.name ?? ''
  const objects = listObjects(course)
  if (kind === 'object') return objects.find(each => each.id === id)?.content.name ?? ''
  return toTitle(objects.flatMap(({ pages }) => pages).find(each => each.id === id))
}

export function toTitle(page: Pick<CoursePage, 'title'> | undefined): string {
  return page === undefined || page.title.trim() === '' ? outlineWords.untitled : page.title
}

function toId({ id }: { readonly id: string }): string {
  return id
}
