/**
 * What a command has to say, before anybody decided how it looks: the terminal and the report draw the same sheet,
 * so they cannot disagree. Texts are raw; each renderer makes them harmless in its own way.
 */
export interface Sheet {
  readonly title: string
  readonly verdict: Line
  readonly facts: readonly Fact[]
  readonly sections: readonly Section[]
}

export type Tone = 'good' | 'caution' | 'bad' | 'quiet' | 'plain'

/** A sentence; `detail` is what belongs to it, set below it and quieter. The tone is never the only carrier of a meaning. */
export interface Line {
  readonly tone: Tone
  readonly text: string
  readonly detail?: string
}

export interface Fact {
  readonly label: string
  readonly text: string
  readonly href?: string
}

export interface Section {
  readonly title: string
  /** How many there are, `null` where nothing is counted. */
  readonly count: number | null
  /** The title in plainer words. */
  readonly meaning?: string
  readonly lines: readonly Line[]
  readonly table?: Table
  readonly commands?: readonly Command[]
}

export interface Table {
  readonly columns: readonly string[]
  /** Those that need a look come first: a long table is cut at its end. */
  readonly rows: readonly (readonly Cell[])[]
  /** So many rows at the end are as everybody expects: a terminal counts them, a report shows them. */
  readonly ordinary?: number
}

export interface Cell {
  readonly text: string
  readonly tone?: Tone
  readonly href?: string
}

/** Something to type next, exactly. */
export interface Command {
  readonly purpose: string
  readonly command: string
}

export const line = (text: string, tone: Tone = 'plain', detail?: string): Line =>
  detail === undefined ? { text, tone } : { text, tone, detail }

export const cell = (text: string, tone: Tone = 'plain', href?: string): Cell =>
  href === undefined ? { text, tone } : { text, tone, href }

interface RowRules<Row> {
  readonly cells: (row: Row) => readonly Cell[]
  /** As everybody expects: nothing in it to decide or to change. */
  readonly isOrdinary: (row: Row) => boolean
}

/** A table of rows in their order, the ordinary ones at its end. */
export function tableOf<Row>(columns: readonly string[], all: readonly Row[], rules: RowRules<Row>): Table {
  const ordinary = all.filter(rules.isOrdinary)
  const others = all.filter(row => !rules.isOrdinary(row))
  return { columns, rows: [...others, ...ordinary].map(rules.cells), ordinary: ordinary.length }
}
