import type { ImageRow, LinkRow, PageRow, ReadyPlan } from '@recourse/core'
import { type Cell, cell, line, type Section, type Tone, tableOf } from './sheet.ts'
import { imageWords, linkWords, list, pageWords, sizeWords } from './words.ts'

/** Everything the configuration points at: images, links inside texts, include and output pages. */
export function describeReferences(plan: ReadyPlan): readonly Section[] {
  return [describeImages(plan), describeLinks(plan), describePages(plan)].filter(section => section.count !== 0)
}

type Verdict = ImageRow['verdict'] | PageRow['verdict']

const tones: Readonly<Record<Verdict, Tone>> = {
  here: 'good',
  moved: 'good',
  renamed: 'good',
  web: 'quiet',
  unknown: 'caution',
  hidden: 'caution',
  unpublished: 'caution',
  elsewhere: 'caution',
  missing: 'bad',
}

const order: readonly Tone[] = ['bad', 'caution', 'plain', 'quiet', 'good']

/** What needs a look first; within that as they stand on the page. */
function byTone<Row extends { readonly verdict: Verdict }>(rows: readonly Row[]): readonly Row[] {
  return [...rows].sort((one, other) => order.indexOf(tones[one.verdict]) - order.indexOf(tones[other.verdict]))
}

/** Students see it, and it goes by the name it had. */
function isFine({ verdict }: { readonly verdict: Verdict }): boolean {
  return verdict === 'here' || verdict === 'moved' || verdict === 'web'
}

function tally<Word extends string>(rows: readonly { readonly verdict: Word }[], words: Record<Word, string>): string {
  const counts = new Map<string, number>()
  for (const { verdict } of rows) counts.set(words[verdict], (counts.get(words[verdict]) ?? 0) + 1)
  return `${list([...counts].map(([word, number]) => `${number} ${word}`))}.`
}

function describeImages({ images, origin }: ReadyPlan): Section {
  return {
    title: 'Images',
    count: images.length,
    meaning: 'card images, and files inside texts',
    lines: [line(tally(images, imageWords))],
    table: tableOf(['Module', 'Image', 'Found', 'Proceed'], byTone(images), {
      cells: row => imageCells(row, origin),
      isOrdinary: isFine,
    }),
  }
}

const acts: Readonly<Record<ImageRow['act'], string>> = {
  none: 'leaves it',
  relink: 'links it',
  copy: 'copies it here',
  drop: 'takes it off',
}

function imageCells(row: ImageRow, origin: string): readonly Cell[] {
  return [
    cell(placeWords(row)),
    cell(fileWords(row, origin), 'plain', row.url),
    cell(foundWords(row), tones[row.verdict]),
    cell(acts[row.act], row.act === 'none' ? 'quiet' : 'plain'),
  ]
}

/** A word where the verdict says it all; where there is more to know, the sentence. */
function foundWords({ verdict, text }: ImageRow): string {
  const plain = verdict === 'here' || verdict === 'moved' || verdict === 'missing' || verdict === 'web'
  return plain || text === '' ? imageWords[verdict] : text
}

/** The field is named where it is not the card's own image. */
function placeWords({ moduleName, field }: { readonly moduleName: string; readonly field: string }): string {
  return field === 'image' ? moduleName : `${moduleName} (${field})`
}

function fileWords({ fileName, sizeBytes, url }: ImageRow, origin: string): string {
  const name = fileName ?? pathOf(fileNameOf(url), origin)
  return sizeBytes === null ? name : `${name} (${sizeWords(sizeBytes)})`
}

function fileNameOf(url: string): string {
  return url.replace(/[?#].*$/s, '').replace(/\/(download|preview)$/, '')
}

/** Addresses of this Canvas go without its name, which is the same in all of them. */
const pathOf = (url: string, origin: string): string => (url.startsWith(`${origin}/`) ? url.slice(origin.length) : url)

function describeLinks({ links, origin }: ReadyPlan): Section {
  return {
    title: 'Links inside texts',
    count: links.length,
    lines: [line(tally(links, linkWords))],
    table: tableOf(['Module', 'Link', 'Found', 'After Proceed'], byTone(links), {
      cells: row => linkCells(row, origin),
      isOrdinary: isFine,
    }),
  }
}

function linkCells(row: LinkRow, origin: string): readonly Cell[] {
  return [
    cell(placeWords(row)),
    cell(pathOf(row.url, origin), 'plain', row.url),
    cell(row.verdict === 'here' || row.verdict === 'moved' ? linkWords[row.verdict] : row.text, tones[row.verdict]),
    row.newUrl === row.url ? cell('the same', 'quiet') : cell(newPathOf(row, origin), 'plain', row.newUrl),
  ]
}

/** Only the course, where the rest of the address stays: the reader sees at once what changes. */
function newPathOf({ url, newUrl }: LinkRow, origin: string): string {
  const [, oldRest] = splitCourse(pathOf(url, origin))
  const [course, newRest] = splitCourse(pathOf(newUrl, origin))
  return course !== '' && oldRest === newRest ? `${course}/…` : pathOf(newUrl, origin)
}

function splitCourse(path: string): readonly [course: string, rest: string] {
  const [, course = '', rest = path] = /^(\/courses\/\d+)(\/.+)$/s.exec(path) ?? []
  return [course, rest]
}

function describePages({ pages }: ReadyPlan): Section {
  return {
    title: 'Pages',
    count: pages.length,
    meaning: 'shown with a collection, or holding static pages (Claytons)',
    lines: [line(tally(pages, pageWords))],
    table: tableOf(['Collection', 'Page', 'Use', 'Found'], byTone(pages), { cells: pageCells, isOrdinary: isFine }),
  }
}

function pageCells(row: PageRow): readonly Cell[] {
  const renamed = row.newTitle === row.title ? row.title : `${row.title} → ${row.newTitle}`
  return [
    cell(row.collection),
    cell(renamed),
    cell(row.use === 'include' ? 'shown with it' : 'static page', 'quiet'),
    cell(row.text === '' || row.verdict === 'here' ? pageWords[row.verdict] : row.text, tones[row.verdict]),
  ]
}
