/** Canvas's numbers of the entries of the course navigation (canvas-lms course.rb, `TAB_…`), by the names the Tabs API has for them. */
const NUMBERS: ReadonlyMap<string, number> = new Map([
  ['home', 0],
  ['syllabus', 1],
  ['pages', 2],
  ['assignments', 3],
  ['quizzes', 4],
  ['grades', 5],
  ['people', 6],
  ['discussions', 8],
  ['modules', 10],
  ['files', 11],
  ['settings', 13],
  ['announcements', 14],
])

const NAMES: ReadonlyMap<number, string> = new Map([...NUMBERS].map(([name, number]) => [number, name]))

interface Navigation {
  readonly tab_order: readonly string[]
  readonly hidden_tabs: readonly string[]
}

/** `tab_configuration` of an export: `[{"id":0},{"id":14,"hidden":true}]`; `undefined` if it is not that. Entries it does not name come last. */
export function readTabConfiguration(text: string): Navigation | undefined {
  const entries = parseList(text)?.flatMap(toEntry)
  if (entries === undefined) return undefined
  const named = entries.map(({ name }) => name)
  const others = [...NUMBERS.keys()].filter(name => !named.includes(name))
  return {
    tab_order: [...named, ...others],
    hidden_tabs: entries.filter(({ isHidden }) => isHidden).map(({ name }) => name),
  }
}

/** The same for an export; `null` for a course whose navigation nobody has arranged. */
export function writeTabConfiguration(settings: Readonly<Record<string, unknown>>): string | null {
  const [order, hidden] = [namesIn(settings.tab_order), namesIn(settings.hidden_tabs)]
  if (order.length === 0 && hidden.length === 0) return null
  const names = order.length === 0 ? [...NUMBERS.keys()] : order
  return JSON.stringify(
    names.flatMap(name => {
      const id = NUMBERS.get(name)
      return id === undefined ? [] : [{ id, ...(hidden.includes(name) ? { hidden: true } : {}) }]
    }),
  )
}

/** Names of tabs as a course keeps them. */
export function namesIn(stored: unknown): string[] {
  return Array.isArray(stored) ? stored.map(String) : []
}

function toEntry(entry: unknown): readonly { readonly name: string; readonly isHidden: boolean }[] {
  if (typeof entry !== 'object' || entry === null || !('id' in entry)) return []
  const name = NAMES.get(Number(entry.id))
  return name === undefined ? [] : [{ name, isHidden: 'hidden' in entry && entry.hidden === true }]
}

function parseList(text: string): readonly unknown[] | undefined {
  try {
    const parsed: unknown = JSON.parse(text)
    return Array.isArray(parsed) ? parsed : undefined
  } catch {
    return undefined
  }
}
