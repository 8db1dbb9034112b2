import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A heading of a document, by its number or name, with what stands below it. */
type Sections = ReadonlyMap<string, string>

export interface Documents {
  readonly facts: ReadonlyMap<string, Sections>
  readonly design: Sections
  readonly decisions: readonly string[]
}

export interface Citation {
  /** As a person would look for it: `canvas-api §2.4`. */
  readonly text: string
  readonly resolves: boolean
}

export interface Comment {
  readonly line: number
  readonly text: string
}

const factNames = ['canvas-api', 'collections-1.3', 'library'] as const

export function readDocuments(): Documents {
  return {
    facts: new Map(factNames.map(name => [name, readSections(join('docs/facts', `${name}.md`))])),
    design: readSections('docs/design.md'),
    decisions: readdirSync('docs/decisions').map(file => file.slice(0, 4)),
  }
}

function readSections(path: string): Sections {
  const parts = readFileSync(path, 'utf8').split(/^#{2,3} /m)
  return new Map(
    parts.slice(1).map(part => {
      const [heading = '', ...below] = part.split('\n')
      const number = /^\d+(?:\.\d+)?/.exec(heading)?.[0]
      return [number ?? heading.trim(), below.join('\n')]
    }),
  )
}

/** The comments of a source file, each on one line, whatever it was broken into. */
export function commentsOf(source: string): readonly Comment[] {
  const found = source.matchAll(/\/\*[\s\S]*?\*\/|(?<![:'"`\\])\/\/[^\n]*(?:\n[ \t]*\/\/[^\n]*)*/g)
  return [...found].map(({ 0: raw, index }) => ({
    line: source.slice(0, index).split('\n').length,
    text: raw.replace(/(?:^|\n)[ \t]*(?:\/\*+|\*(?!\/)|\/\/)/g, ' ').replace(/\s+/g, ' '),
  }))
}

const place = String.raw`§\d+(?:\.\d+)?(?: B\d+)?(?: \*[^*]+\*)?`
const name = String.raw`\*[^*]+\*(?: \d+)?`
const several = (one: string): string => `(${one}(?:(?:, | and )${one})*)`
const factCitation = new RegExp(
  String.raw`(?:docs/facts/(\S+)\.md|(canvas-api|collections-1\.3|\blibrary)) ${several(place)}`,
  'g',
)
const designCitation = new RegExp(String.raw`\bdesign ${several(name)}`, 'g')
const decisionCitation = /docs\/decisions\/(\d{4})/g

/** Every citation in a text, in any of the forms that CONTRIBUTING.md names. */
export function findCitations(text: string, documents: Documents): readonly Citation[] {
  const facts = [...text.matchAll(factCitation)].flatMap(([, byPath, byName, places = '']) =>
    places.split(/(?:, | and )(?=§)/).map(each => toFact(byPath ?? byName ?? '', each, documents)),
  )
  const design = [...text.matchAll(designCitation)].flatMap(([, names = '']) =>
    names.split(/(?:, | and )(?=\*)/).map(each => toDesign(each, documents)),
  )
  const decisions = [...text.matchAll(decisionCitation)].map(([cited, number = '']) => ({
    text: cited,
    resolves: documents.decisions.includes(number),
  }))
  return [...facts, ...design, ...decisions]
}

function toFact(document: string, cited: string, { facts }: Documents): Citation {
  const [, number = '', defect, part] = /^§(\S+)(?: (B\d+))?(?: \*([^*]+)\*)?$/.exec(cited) ?? []
  const section = facts.get(document)?.get(number)
  const hasDefect = defect === undefined || section?.includes(`- **${defect}** `) === true
  const hasPart = part === undefined || section?.includes(`**${part}`) === true
  return { text: `${document} ${cited}`, resolves: section !== undefined && hasDefect && hasPart }
}

function toDesign(cited: string, { design }: Documents): Citation {
  const [, heading = '', item] = /^\*([^*]+)\*(?: (\d+))?$/.exec(cited) ?? []
  const section = design.get(heading)
  const hasItem = item === undefined || (section !== undefined && `\n${section}`.includes(`\n${item}. `))
  return { text: `design ${cited}`, resolves: section !== undefined && hasItem }
}

/** What cites a document, but in none of the forms: nobody would find it, and no test would follow it. */
export function findStrayCitations(text: string): readonly string[] {
  const rest = text.replace(factCitation, '').replace(designCitation, '')
  const unnamed = rest.matchAll(/.{0,30}(?:§|\bDESIGN\b|\bspec\/).{0,20}/g)
  const misnamed = text.matchAll(/\bspec (?:canvas|collections|library)\S* \S+/g)
  return [...unnamed, ...misnamed].map(([found]) => found.trim())
}
