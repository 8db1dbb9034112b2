import { isCanvasError } from '@recourse/canvas'

export interface SupportFacts {
  readonly version: string
  /** Origin and path of the page: queries and hashes may hold what others need not see. */
  readonly place: string
  readonly at: string
  readonly browser: string
  readonly requests: readonly string[]
}

/** What support needs about an error, as plain text: no token, nobody's name, nothing that people wrote. */
export function describeForSupport(error: unknown, facts: SupportFacts): string {
  const lines = [
    `Recourse ${facts.version}`,
    facts.at,
    facts.place,
    facts.browser,
    '',
    ...errorLines(error),
    '',
    'Last requests:',
    ...(facts.requests.length === 0 ? ['none'] : facts.requests),
  ]
  return `${lines.join('\n')}\n`
}

function errorLines(error: unknown): readonly string[] {
  if (isCanvasError(error)) {
    const { kind, task, status, mayHaveActed } = error
    const doubt = mayHaveActed ? ['It may have been saved.'] : []
    return [`Canvas: ${kind}${status === undefined ? '' : ` (${status})`}`, `Task: ${task}`, error.message, ...doubt]
  }
  if (error instanceof Error) return [`${error.name}: ${error.message}`, ...stackOf(error)]
  return [typeof error === 'string' ? error : 'An error without a description.']
}

/** Functions and places in the script; its first line repeats the message. */
function stackOf({ stack }: Error): readonly string[] {
  return (stack ?? '')
    .split('\n')
    .slice(1, 8)
    .map(line => line.trim())
}
