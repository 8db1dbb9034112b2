const collator = new Intl.Collator('en', { numeric: true })

/** Rows in the order in which Canvas lists names: case and accents aside, numbers by their value; equal names by id. */
export function byName<Row extends { readonly id: number }>(
  rows: readonly Row[],
  nameOf: (row: Row) => string,
): readonly Row[] {
  return rows.toSorted((a, b) => compareNames(nameOf(a), nameOf(b)) || a.id - b.id)
}

export function compareNames(a: string, b: string): number {
  return collator.compare(a, b)
}
