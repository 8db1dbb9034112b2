import type { CandidatePage, MergePlan, PageNote, ParkedRow, ReadyPlan } from '@recourse/core'
import { type Cell, cell, type Line, line, type Section } from './sheet.ts'
import { count, instantWords, numberWords, unmatchedWords } from './words.ts'

/** What there is to say besides: what was kept for later before, and everything odd about the page. */
export function describeRemarks(plan: ReadyPlan): readonly Section[] {
  return [...describeParked(keptBefore(plan)), ...describeNotes(plan)]
}

/** What this import itself keeps for later stands among the modules not matched. */
function keptBefore({ parked, before }: ReadyPlan): readonly ParkedRow[] {
  const keys = new Set(before.parked.map(({ entry, parkedAt }) => `${parkedAt} ${entry.key}`))
  return parked.filter(row => keys.has(`${row.parked.parkedAt} ${row.parked.entry.key}`))
}

/** A second copy has brought other Collections than this course had. */
export function describeMerge(merge: MergePlan | null): readonly Section[] {
  if (merge === null) return []
  const rows = [
    ...merge.kept.map(field => mergeCells(field, "this course's own")),
    ...merge.taken.map(field => mergeCells(field, 'the new copy')),
  ]
  const where = merge.revisionId === null ? 'they still stand on the page' : `revision ${merge.revisionId} of the page`
  const lines = [
    line(
      `A copy has brought others. Its own were last saved ${instantWords(merge.updatedAt)} (${where}).`,
      'caution',
      "--keep-own puts them back; Proceed joins both, and where both changed keeps this course's own.",
    ),
  ]
  const table = { columns: ['Module or collection', 'Field', 'Taken from'], rows }
  return [{ title: 'This course had Collections of its own', count: null, lines, ...(rows.length > 0 && { table }) }]
}

function mergeCells({ name, field }: MergePlan['kept'][number], from: string): readonly Cell[] {
  return [cell(name), cell(field, 'quiet'), cell(from)]
}

/** Entries that earlier imports could not place. */
export function describeParked(parked: readonly ParkedRow[]): readonly Section[] {
  if (parked.length === 0) return []
  const offers = parked.filter(({ offer }) => offer !== null).length
  const offered = offers === 0 ? [] : [line(`${count(offers, 'has', 'have')} a module of that name here now.`, 'good')]
  return [
    {
      title: 'Kept for later',
      count: parked.length,
      meaning: 'entries of earlier imports that found no module',
      lines: [...offered, line('recourse canvas parked lists them, gives them to a module or discards them.', 'quiet')],
      table: { columns: ['Entry', 'Why', 'Since', 'Could go to'], rows: parked.map(parkedCells) },
    },
  ]
}

function parkedCells({ parked, offer }: ParkedRow): readonly Cell[] {
  return [
    cell(parked.entry.name),
    cell(unmatchedWords[parked.why], 'quiet'),
    cell(instantWords(parked.parkedAt), 'quiet'),
    offer === null ? cell('nothing yet', 'quiet') : cell(`${offer.name} (${offer.moduleId})`, 'good'),
  ]
}

function describeNotes(plan: ReadyPlan): readonly Section[] {
  const lines = [
    ...plan.unread.map(text => line(text, 'caution')),
    ...describeLock(plan),
    ...describeSize(plan),
    ...describeOthers(plan.page.others),
    ...joinNotes(plan.notes),
  ]
  return lines.length === 0 ? [] : [{ title: 'Notes', count: null, lines }]
}

function describeLock({ lock }: ReadyPlan): readonly Line[] {
  if (lock === null || lock.mine) return []
  return [line(`Somebody is editing these Collections since ${instantWords(lock.updatedAt)}.`, 'caution')]
}

const WARN_AT = 0.8

/** design *Proceeding*: over 80 % of Canvas's limit is a warning. */
function describeSize({ size }: ReadyPlan): readonly Line[] {
  if (size.length <= size.limit * WARN_AT) return []
  const percent = Math.round((size.length / size.limit) * 100)
  const largest = size.largest.map(({ name, length }) => `${name} (${numberWords(length)})`).join(', ')
  return [line(`The page would take ${percent} % of what Canvas allows.`, 'caution', `Largest: ${largest}.`)]
}

function describeOthers(others: readonly CandidatePage[]): readonly Line[] {
  return others.map(({ title, slug, broken, modules }) => {
    const what = broken ?? (modules === 0 ? 'blank' : count(modules, 'module'))
    return line(`Another configuration page is left alone: “${title}” (${slug}), ${what}.`, 'quiet')
  })
}

/** The same remark about many entries is said once. */
function joinNotes(notes: readonly PageNote[]): readonly Line[] {
  const paths = new Map<string, string[]>()
  for (const { text, path } of notes) paths.set(text, [...(paths.get(text) ?? []), path])
  return [...paths].map(([text, where]) => line(text, 'quiet', shorten(where)))
}

const SHOWN = 3

function shorten(paths: readonly string[]): string {
  const rest = paths.length - SHOWN
  const shown = paths.slice(0, SHOWN).join(', ')
  return rest > 0 ? `${shown} and ${rest} more` : shown
}
