import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { commentsOf, findCitations, findStrayCitations, readDocuments } from './citations.ts'

/** Comments name the document a rule comes from (CONTRIBUTING.md, "How code reads"): here every citation is followed. */
const documents = readDocuments()

const folders = [...readdirSync('packages').map(name => join('packages', name, 'src')), 'test', 'scripts', 'bin']
const sources = folders.flatMap(folder =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(file => /\.(?:tsx?|mjs)$/.test(file) && file !== 'citations.test.ts')
    .map(file => join(folder, file)),
)

const comments = sources.flatMap(path =>
  commentsOf(readFileSync(path, 'utf8')).map(({ line, text }) => ({ at: `${path}:${line}`, text })),
)

describe('citations in comments', () => {
  it('are many, and of every document', () => {
    const cited = comments.flatMap(({ text }) => findCitations(text, documents)).map(({ text }) => text.split(' ')[0])
    expect(cited.length).toBeGreaterThan(150)
    expect([...new Set(cited)]).toEqual(expect.arrayContaining(['canvas-api', 'collections-1.3', 'design']))
  })

  it('all lead to a heading that is there', () => {
    const lost = comments.flatMap(({ at, text }) =>
      findCitations(text, documents)
        .filter(({ resolves }) => !resolves)
        .map(citation => `${at} cites ${citation.text}`),
    )
    expect(lost).toEqual([])
  })

  it('have no other form', () => {
    const stray = comments.flatMap(({ at, text }) => findStrayCitations(text).map(found => `${at}: ${found}`))
    expect(stray).toEqual([])
  })
})

describe('citations in documents', () => {
  const pages = ['README.md', 'CONTRIBUTING.md', 'docs/README.md', 'docs/design.md']
  const facts = [...documents.facts.keys()].map(name => `docs/facts/${name}.md`)

  it.each([...pages, ...facts])('%s cites what is there', path => {
    const text = readFileSync(path, 'utf8')
    expect(findCitations(text, documents).filter(({ resolves }) => !resolves)).toEqual([])
  })

  it.each([...documents.facts])('%s refers to sections of its own', (name, sections) => {
    const text = readFileSync(`docs/facts/${name}.md`, 'utf8').replace(/[\w.-]+ §[\d.]*\d/g, '')
    const numbers = [...text.matchAll(/§(\d+(?:\.\d+)?)/g)].flatMap(([, number]) => number ?? [])
    expect(numbers.length).toBeGreaterThan(0)
    expect(numbers.filter(number => !sections.has(number))).toEqual([])
  })
})

describe('a citation', () => {
  const isFound = (text: string) => findCitations(text, documents).every(({ resolves }) => resolves)

  it.each([
    'canvas-api §2.4',
    'canvas-api §2.2, §2.3',
    'docs/facts/canvas-api.md §2.4 *Slug*',
    'collections-1.3 §3.2 B8; canvas-api §3.2',
    'design *Facts* 5, *Proceeding*',
    'docs/decisions/0003',
  ])('may be written %s', text => {
    expect(findCitations(text, documents).length).toBeGreaterThan(0)
    expect(isFound(text)).toBe(true)
    expect(findStrayCitations(text)).toEqual([])
  })

  it.each([
    'canvas-api §2.99',
    'canvas-api §2.2, §99',
    'docs/facts/canvas-apis.md §2.4',
    'collections-1.3 §3.2 B99',
    'collections-1.3 §1.3 *Nothing of the kind*',
    'design *Nothing of the kind*',
    'design *Facts* 99',
    'docs/decisions/9999',
  ])('that leads nowhere is noticed: %s', text => {
    expect(isFound(text)).toBe(false)
  })

  it.each([
    '(§2.4)',
    'spec §2.4',
    'spec canvas-api §2.4',
    'canvas-api.md §2.4',
    'spec/canvas-api.md',
    'DESIGN *Dates*',
    'canvas-api §3.1; §4',
  ])('in no form is noticed: %s', text => {
    expect(findStrayCitations(text).length).toBe(1)
  })

  it('is found across the lines of a comment, and not in code', () => {
    const source = "/**\n * Of use (canvas-api\n * §99).\n */\nconst sign = '§'\n  // design *Not\n  // there*\n"
    const found = commentsOf(source).flatMap(({ text }) => findCitations(text, documents))
    expect(found.map(({ text, resolves }) => [text, resolves])).toEqual([
      ['canvas-api §99', false],
      ['design *Not there*', false],
    ])
    expect(commentsOf(source).flatMap(({ text }) => findStrayCitations(text))).toEqual([])
  })
})
