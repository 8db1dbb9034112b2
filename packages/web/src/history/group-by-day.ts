/** Entries of one day, in the person's own time. */
export interface DayGroup<T> {
  readonly day: string
  readonly entries: readonly T[]
}

/** Neighbours of the same day together; their order stays. */
export function groupByDay<T extends { readonly at: string }>(entries: readonly T[]): readonly DayGroup<T>[] {
  const groups: { day: string; entries: T[] }[] = []
  for (const entry of entries) {
    const day = toDay(new Date(entry.at))
    const last = groups.at(-1)
    if (last?.day === day) last.entries.push(entry)
    else groups.push({ day, entries: [entry] })
  }
  return groups
}

function toDay(at: Date): string {
  const two = (part: number) => String(part).padStart(2, '0')
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`
}
