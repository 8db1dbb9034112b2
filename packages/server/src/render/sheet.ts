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
