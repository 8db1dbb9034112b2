import type { ContextModule, ModuleItem, Page, StoredFile } from './model.ts'

interface Groups<Row> {
  readonly byOwner: Map<number, Row[]>
  /** Stands behind the last row taken in: never asked for more than there is, so it never ends. */
  readonly arriving: Iterator<Row>
  seen: number
}

/** Rows by what they belong to, found without a look at those of all others. */
interface Ownership<Row> {
  /** In the order in which they were made. */
  readonly of: (rows: ReadonlyMap<number, Row>, owner: number) => readonly Row[]
  /** Says that a row has changed its owner. */
  readonly moved: (rows: ReadonlyMap<number, Row>, row: Row, before: number) => void
}

/** For tables that only grow, as Canvas's do: what is deleted stays, with a state that says so. */
function ownedBy<Row>(ownerOf: (row: Row) => number): Ownership<Row> {
  const tables = new WeakMap<object, Groups<Row>>()
  const groupsOf = (rows: ReadonlyMap<number, Row>): Groups<Row> => {
    const groups = tables.get(rows) ?? { byOwner: new Map(), arriving: rows.values(), seen: 0 }
    tables.set(rows, groups)
    takeIn(groups, rows.size, ownerOf)
    return groups
  }
  return {
    of: (rows, owner) => groupsOf(rows).byOwner.get(owner) ?? [],
    moved: (rows, row, before) => {
      const { byOwner } = groupsOf(rows)
      const others = (byOwner.get(before) ?? []).filter(other => other !== row)
      byOwner.set(before, others)
      add(byOwner, ownerOf(row), row)
    },
  }
}

function takeIn<Row>(groups: Groups<Row>, size: number, ownerOf: (row: Row) => number): void {
  while (groups.seen < size) {
    const { value, done } = groups.arriving.next()
    if (done) return
    groups.seen += 1
    add(groups.byOwner, ownerOf(value), value)
  }
}

function add<Row>(byOwner: Map<number, Row[]>, owner: number, row: Row): void {
  const group = byOwner.get(owner)
  if (group) group.push(row)
  else byOwner.set(owner, [row])
}

export const modulesByCourse: Ownership<ContextModule> = ownedBy(row => row.courseId)
export const itemsByModule: Ownership<ModuleItem> = ownedBy(row => row.moduleId)
/** Pages, files and activities have ids of their own: another kind's may be among them. Items without content are under 0. */
export const itemsByContent: Ownership<ModuleItem> = ownedBy(row => row.contentId ?? 0)
export const pagesByCourse: Ownership<Page> = ownedBy(row => row.courseId)
export const filesByCourse: Ownership<StoredFile> = ownedBy(row => row.courseId)
