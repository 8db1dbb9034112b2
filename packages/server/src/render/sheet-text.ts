import { displayWidth } from './display-width.ts'
import { toHarmless } from './harmless.ts'
import { type Colors, marks, paint } from './paint.ts'
import type { Command, Fact, Line, Section, Sheet, Table } from './sheet.ts'
import { tableText } from './table-text.ts'
import { numberWords } from './words.ts'
import { wrap } from './wrap.ts'

export interface TextStyle {
  /** Columns of the terminal. */
  readonly width: number
  readonly colors: Colors
  /** Long tables in full. */
  readonly all: boolean
}

const INDENT = 2
/** Sentences are not drawn out over a wide screen; tables may be. */
const READABLE = 100
/** Rows of a table before it is cut, unless all are asked for. */
const ROWS = 20

/** A sheet for a terminal, or for a file that is read like one. */
export function sheetText(sheet: Sheet, style: TextStyle): string {
  const { colors } = style
  const head = [colors.bold(toHarmless(sheet.title)), '', ...verdictText(sheet.verdict, style)]
  const facts = sheet.facts.length === 0 ? [] : ['', ...factsText(sheet.facts, style)]
  const sections = sheet.sections.flatMap(section => ['', ...sectionText(section, style)])
  return `${[...head, ...facts, ...sections].join('\n')}\n`
}

function verdictText({ tone, text }: Line, { width, colors }: TextStyle): readonly string[] {
  const lines = hang(`${marks[tone]} `, toHarmless(text), Math.min(width, READABLE))
  return lines.map(part => colors.bold(paint(part, tone, colors)))
}

function factsText(facts: readonly Fact[], { width, colors }: TextStyle): readonly string[] {
  const longest = Math.max(...facts.map(({ label }) => displayWidth(label)))
  return facts.flatMap(({ label, text }) => {
    const start = `${' '.repeat(INDENT)}${label.padEnd(longest)}  `
    const [first = '', ...rest] = hang(start, toHarmless(text), width)
    return [colors.dim(start) + first.slice(start.length), ...rest]
  })
}

function sectionText(section: Section, style: TextStyle): readonly string[] {
  const lines = section.lines.flatMap(line => lineText(line, style))
  const table = section.table === undefined ? [] : longTableText(section.table, style)
  const commands = (section.commands ?? []).flatMap(command => commandText(command, style))
  const gap = lines.length > 0 && table.length > 0 ? [''] : []
  return [...headingText(section, style), ...lines, ...gap, ...table, ...commands]
}

function headingText({ title, count, meaning }: Section, { width, colors }: TextStyle): readonly string[] {
  const heading = count === null ? title : `${title} · ${numberWords(count)}`
  if (meaning === undefined) return [colors.bold(heading)]
  const indent = ' '.repeat(INDENT)
  const fits = displayWidth(heading) + displayWidth(meaning) + INDENT <= width
  if (fits) return [`${colors.bold(heading)}${indent}${colors.dim(meaning)}`]
  return [colors.bold(heading), ...hang(indent, meaning, width).map(part => colors.dim(part))]
}

function lineText({ tone, text, detail }: Line, { width, colors }: TextStyle): readonly string[] {
  const readable = Math.min(width, READABLE)
  const mark = tone === 'plain' || tone === 'quiet' ? '' : `${marks[tone]} `
  const start = ' '.repeat(INDENT) + mark
  const [first = '', ...rest] = hang(start, toHarmless(text), readable)
  const painted = tone === 'quiet' ? (part: string) => colors.dim(part) : (part: string) => part
  const own = [
    ' '.repeat(INDENT) + paint(mark, tone, colors) + painted(first.slice(start.length)),
    ...rest.map(painted),
  ]
  if (detail === undefined) return own
  return [...own, ...hang(' '.repeat(2 * INDENT), toHarmless(detail), readable).map(part => colors.dim(part))]
}

function longTableText(table: Table, { width, colors, all }: TextStyle): readonly string[] {
  const rows = all ? table.rows : table.rows.slice(0, ROWS)
  const more = table.rows.length - rows.length
  const lines = tableText({ ...table, rows }, width - INDENT, colors)
  const rest = more === 0 ? [] : [colors.dim(`… and ${numberWords(more)} more: --all shows them`)]
  return [...lines, ...rest].map(part => ' '.repeat(INDENT) + part)
}

/** Never wrapped: it is there to be copied. */
function commandText({ purpose, command }: Command, { width, colors }: TextStyle): readonly string[] {
  const indent = ' '.repeat(INDENT)
  const lines = hang(indent, `${toHarmless(purpose)}:`, Math.min(width, READABLE))
  return [...lines.map(part => colors.dim(part)), `${indent}${indent}${colors.cyan(toHarmless(command))}`]
}

/** Text after `start`, its further lines below its first. */
function hang(start: string, text: string, width: number): readonly string[] {
  const indent = displayWidth(start)
  const [first = '', ...rest] = wrap(text, Math.max(width - indent, 20))
  return [start + first, ...rest.map(part => ' '.repeat(indent) + part)]
}
