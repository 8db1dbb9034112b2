import { fromParse5 } from '@recourse/core'
import type { Element, Root } from 'hast'
import { parse } from 'parse5'
import { describe, expect, it } from 'vitest'
import { describePlan } from './describe-plan.ts'
import { reportHtml } from './report-html.ts'
import { messyPlan } from './sample-plan.ts'
import { cell, line, type Sheet } from './sheet.ts'

const courseUrl = 'https://canvas.example.edu/courses/42'
const setting = { program: 'recourse', platform: 'linux', courseUrl, access: [], choices: [] }
const html = reportHtml(describePlan(messyPlan(), setting), { courseUrl, footer: 'Made by Recourse.' })

function elements(text: string): readonly Element[] {
  const root = fromParse5(parse(text))
  const walk = (node: Root | Element): readonly Element[] =>
    node.children.flatMap(child => (child.type === 'element' ? [child, ...walk(child)] : []))
  return walk(root)
}

describe('a report', () => {
  it('holds every name as text', () => {
    expect(html).not.toMatch(/<script/i)
    expect(html).toContain('&#x3C;script>alert(1)')
    expect(elements(html).some(({ tagName }) => tagName === 'script')).toBe(false)
  })

  it('fetches nothing', () => {
    const fetching = ['img', 'link', 'iframe', 'object', 'embed', 'video', 'audio', 'source', 'base']
    expect(elements(html).filter(({ tagName }) => fetching.includes(tagName))).toEqual([])
    expect(html).not.toMatch(/url\(|@import|src=/)
    const policy = elements(html).find(({ properties }) => properties['http-equiv'] === 'Content-Security-Policy')
    expect(policy?.properties.content).toContain("default-src 'none'")
  })

  it('gives every table a caption, column heads and row heads', () => {
    const tables = elements(html).filter(({ tagName }) => tagName === 'table')
    expect(tables.length).toBeGreaterThan(5)
    for (const table of tables) {
      expect(table.children[0]).toMatchObject({ tagName: 'caption' })
      expect(JSON.stringify(table)).toContain('"scope":"row"')
      expect(JSON.stringify(table)).toContain('"scope":"col"')
    }
  })

  it('heads every section, below one main heading', () => {
    const tags = elements(html).map(({ tagName }) => tagName)
    expect(tags.filter(tag => tag === 'h1')).toHaveLength(1)
    expect(tags.filter(tag => tag === 'h2')).toHaveLength(tags.filter(tag => tag === 'section').length)
  })

  it('links only to the web', () => {
    const rows = [
      'javascript:alert(1)',
      'data:text/html,x',
      '/courses/41/files/9',
      'https://elsewhere.example/x',
      'http://[',
    ]
    const sheet: Sheet = {
      title: 'T',
      verdict: line('v'),
      facts: [],
      sections: [
        {
          title: 'S',
          count: null,
          lines: [],
          table: { columns: ['L'], rows: rows.map(href => [cell(href, 'plain', href)]) },
        },
      ],
    }
    const links = elements(reportHtml(sheet, { courseUrl, footer: '' })).filter(({ tagName }) => tagName === 'a')
    expect(links.map(({ properties }) => properties.href)).toEqual([
      'https://canvas.example.edu/courses/41/files/9',
      'https://elsewhere.example/x',
    ])
  })
})
