import { copyWords } from '../words/copy-words.ts'
import { courseWords } from '../words/course-words.ts'

interface ShownConflict {
  readonly field: string
  readonly theirs: string
  readonly mine: string
}

const fieldNames: Readonly<Record<string, string>> = {
  title: courseWords.courseTitle,
  description: copyWords.description,
  playerLayout: copyWords.layout,
  passingMark: copyWords.passingMark,
  details: copyWords.details,
}

/** What a stale edit of a course is told: per field what stands there, and what was to. */
export function toConflicts(details: unknown): readonly ShownConflict[] {
  if (!Array.isArray(details)) return []
  return details.flatMap((each: unknown) => {
    if (typeof each !== 'object' || each === null || !('at' in each) || typeof each.at !== 'string') return []
    const theirs = 'ours' in each ? each.ours : null
    const mine = 'theirs' in each ? each.theirs : null
    return [{ field: fieldNames[each.at] ?? each.at, theirs: toText(theirs), mine: toText(mine) }]
  })
}

function toText(value: unknown): string {
  if (value === null || value === '') return '–'
  if (Array.isArray(value)) return value.map(toText).join(', ')
  if (typeof value === 'object') {
    const pairs = Object.entries(value).map(([name, each]) => `${name}: ${toText(each)}`)
    return pairs.length === 0 ? '–' : pairs.join(' · ')
  }
  return String(value)
}
