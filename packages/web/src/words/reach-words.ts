const number = new Intl.NumberFormat('en')
const NAMED = 3

interface Others {
  readonly courses: readonly { readonly title: string }[]
  readonly hidden: number
}

/** How many courses see a change, said before it is made. Those that one may not open are counted, not named. */
export const reachWords = {
  alsoIn: (others: Others) => `Also in ${listCourses(others)}.`,
  only: 'No other course shows it.',
  onlyAfter: 'Only this course shows it.',
  stays: (others: Others) => `It stays in ${listCourses(others)}.`,
  changesIn: (others: Others) => `It changes here, and in ${listCourses(others)}.`,
  courses: (count: number) => `${number.format(count)} ${count === 1 ? 'course' : 'courses'}`,
  hidden: (count: number) => `${number.format(count)} ${count === 1 ? 'course' : 'courses'} that you cannot open`,
  looking: 'Looking where it is shown …',
} as const

/** The first by name, the rest and the unseen by number. */
export function listCourses({ courses, hidden }: Others): string {
  const named = courses.slice(0, NAMED).map(({ title }) => `“${title}”`)
  const rest = courses.length - named.length
  const more = rest > 0 ? [`${number.format(rest)} more`] : []
  const unseen = hidden > 0 ? [reachWords.hidden(hidden)] : []
  return new Intl.ListFormat('en', { type: 'conjunction' }).format([...named, ...more, ...unseen])
}
