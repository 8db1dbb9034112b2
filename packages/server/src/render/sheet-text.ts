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
/** Ordinary rows that are shown all the same: a short table is read faster than a sentence about it. */
const FEW = 3

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

function longTableText(table: Table, style: TextStyle): readonly string[] {
  const shown = shownRows(table, style.all)
  const rows = table.rows.slice(0, shown)
  const lines = shown === 0 ? [] : tableText({ ...table, rows }, style.width - INDENT, style.colors)
  return [...lines, ...restText(table, shown, style)].map(part => ' '.repeat(INDENT) + part)
}

function shownRows({ rows, ordinary = 0 }: Table, all: boolean): number {
  if (all) return rows.length
  return Math.min(ROWS, ordinary > FEW ? rows.length - ordinary : rows.length)
}

function restText({ rows, ordinary = 0 }: Table, shown: number, { width, colors }: TextStyle): readonly string[] {
  const rest = rows.length - shown
  if (rest === 0) return []
  const number = numberWords(rest)
  const what = shown === 0 ? `${number} rows` : `… and ${number} more`
  const why = rest > ordinary ? '' : shown === 0 ? ' need no look' : ' that need no look'
  return wrap(`${what}${why}: --all shows them`, width - INDENT).map(part => colors.dim(part))
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
