import type { Element, ElementContent, Root } from 'hast'
import { toHtml } from 'hast-util-to-html'
import { h } from 'hastscript'
import { toHarmless } from './harmless.ts'
import { marks } from './paint.ts'
import { reportStyle } from './report-style.ts'
import type { Cell, Command, Fact, Line, Section, Sheet, Table, Tone } from './sheet.ts'
import { numberWords } from './words.ts'

export interface ReportSetting {
  /** Addresses on the sheet are relative to this one. */
  readonly courseUrl: string
  /** "Made by …", the last line. */
  readonly footer: string
}

/** Nothing is fetched and nothing runs, whatever the names say: the policy holds even if the escaping did not. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"

/** A sheet as one self-sufficient document: to read on any screen, to print, to send. Built as a tree, never as text. */
export function reportHtml(sheet: Sheet, setting: ReportSetting): string {
  const document: Root = {
    type: 'root',
    children: [{ type: 'doctype' }, h('html', { lang: 'en' }, [head(sheet), body(sheet, setting)])],
  }
  return `${toHtml(document)}\n`
}

function head({ title, facts }: Sheet): Element {
  const to = facts.find(({ label }) => label === 'To')
  return h('head', [
    h('meta', { charSet: 'utf-8' }),
    h('meta', { httpEquiv: 'Content-Security-Policy', content: POLICY }),
    h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    h('meta', { name: 'referrer', content: 'no-referrer' }),
    h('meta', { name: 'color-scheme', content: 'light dark' }),
    h('title', toHarmless(to === undefined ? title : `${title}: ${to.text}`)),
    h('style', reportStyle),
  ])
}

function body({ title, verdict, facts, sections }: Sheet, setting: ReportSetting): Element {
  return h('body', [
    h('header', [
      h('h1', toHarmless(title)),
      h('p', { className: ['verdict', verdict.tone] }, [...markedText(verdict.tone, verdict.text)]),
      h(
        'dl',
        facts.flatMap(fact => factNodes(fact, setting)),
      ),
    ]),
    h(
      'main',
      sections.map((section, index) => sectionNode(section, `section-${index + 1}`, setting)),
    ),
    h('footer', [h('p', toHarmless(setting.footer))]),
  ])
}

function factNodes({ label, text, href }: Fact, setting: ReportSetting): readonly Element[] {
  return [h('dt', label), h('dd', linked(text, href, setting))]
}

function sectionNode(section: Section, id: string, setting: ReportSetting): Element {
  const { title, count, meaning, lines, table, commands = [] } = section
  const number = count === null ? [] : [' ', h('span', { className: ['count'] }, numberWords(count))]
  return h('section', { 'aria-labelledby': id }, [
    h('h2', { id }, [title, ...number]),
    ...(meaning === undefined ? [] : [h('p', { className: ['meaning'] }, meaning)]),
    ...lines.map(lineNode),
    ...(table === undefined ? [] : [tableNode(table, title, setting)]),
    ...commands.map(commandNode),
  ])
}

function lineNode({ tone, text, detail }: Line): Element {
  const details = detail === undefined ? [] : [h('span', { className: ['detail'] }, [...withOptions(detail)])]
  return h('p', { className: ['line', tone] }, [...markedText(tone, text), ...details])
}

/** The mark repeats for the eye what the words say; a screen reader has the words. */
function markedText(tone: Tone, text: string): readonly ElementContent[] {
  const words = withOptions(text)
  if (tone === 'plain' || tone === 'quiet') return words
  return [h('span', { className: ['mark'], ariaHidden: 'true' }, `${marks[tone]} `), ...words]
}

/** Options of the command line stand out, and are not broken at their hyphens. */
function withOptions(text: string): readonly ElementContent[] {
  const parts = toHarmless(text).split(/((?<!\S)--[a-z-]+)/)
  return parts.map((part, index) => (index % 2 === 1 ? h('code', part) : { type: 'text', value: part }))
}

/** Roles are spelled out: on a narrow screen rows are stacked, and `display: block` takes a table's meaning away. */
function tableNode({ columns, rows }: Table, title: string, setting: ReportSetting): Element {
  return h('table', { role: 'table' }, [
    h('caption', `${title}: ${columns.join(', ')}`),
    h('thead', { role: 'rowgroup' }, [
      h(
        'tr',
        { role: 'row' },
        columns.map(column => h('th', { scope: 'col', role: 'columnheader' }, column)),
      ),
    ]),
    h(
      'tbody',
      { role: 'rowgroup' },
      rows.map(row =>
        h(
          'tr',
          { role: 'row' },
          row.map((one, at) => cellNode(one, columns[at] ?? '', at, setting)),
        ),
      ),
    ),
  ])
}

function cellNode({ text, tone = 'plain', href }: Cell, column: string, at: number, setting: ReportSetting): Element {
  const properties = { className: [tone], dataLabel: column }
  const content = linked(text, href, setting)
  if (at === 0) return h('th', { ...properties, scope: 'row', role: 'rowheader' }, content)
  return h('td', { ...properties, role: 'cell' }, content)
}

function commandNode({ purpose, command }: Command): Element {
  return h('div', { className: ['command'] }, [
    h('p', `${toHarmless(purpose)}:`),
    h('pre', [h('code', toHarmless(command))]),
  ])
}

/** `bdi`: a name in a right-to-left script does not turn the sentence around it. */
function linked(text: string, href: string | undefined, setting: ReportSetting): Element {
  const name = h('bdi', toHarmless(text))
  const address = href === undefined ? undefined : safeAddress(href, setting.courseUrl)
  return address === undefined ? name : h('a', { href: address, rel: ['noreferrer', 'noopener'] }, [name])
}

/** Addresses come from pages that anybody wrote: only the web's own schemes become links. */
function safeAddress(href: string, base: string): string | undefined {
  if (!URL.canParse(href, base)) return undefined
  const url = new URL(href, base)
  return url.protocol === 'https:' || url.protocol === 'http:' ? url.href : undefined
}
