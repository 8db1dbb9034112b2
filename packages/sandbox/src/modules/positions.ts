interface Placed {
  readonly id: number
  position: number
}

/** Rows by position; equal positions (after an import) by id. */
export function byPosition<Row extends Placed>(rows: Iterable<Row>): Row[] {
  return [...rows].sort((a, b) => a.position - b.position || a.id - b.id)
}

/** Puts a row at a place counted from 1 (beyond the end: last) and numbers all rows anew. */
export function insertAt<Row extends Placed>(rows: Iterable<Row>, row: Row, position: number): void {
  const others = byPosition(rows).filter(other => other !== row)
  others.splice(Math.max(0, position - 1), 0, row)
  for (const [index, other] of others.entries()) other.position = index + 1
}
