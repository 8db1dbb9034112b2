import type { Collection, Configuration, ModuleEntry, ParkedEntry } from '../configuration/configuration.ts'
import { moveEntry } from '../configuration/move-entry.ts'
import { orderModules } from '../configuration/order-modules.ts'
import { shiftDate } from '../dates/shift-date.ts'
import { groupBy } from '../matching/pair-by-name.ts'
import type { AddressReader, AddressReaders } from '../references/addressed-html.ts'
import { rewriteReferences } from '../references/references.ts'
import type { Judgement } from './judge-import.ts'
import type { DatePlan, ImageRow, LinkRow, MatchedRow, PageRow } from './plan-rows.ts'
import { relinkParked } from './relink-parked.ts'

/** The decisions that turn an imported configuration into this course's own. */
export interface Repair
  extends Pick<Judgement, 'matched' | 'importedUnmatched' | 'images' | 'links' | 'known' | 'pages' | 'dates'> {
  readonly fromCourseId: ParkedEntry['fromCourseId']
  readonly at: string
}

/** The imported configuration with this course's ids, links, pages and dates; entries without a module are kept for later. */
export function repairConfiguration(
  imported: Configuration,
  repair: Repair,
  { read, readOnce }: AddressReaders,
): Configuration {
  const rows = new Map(repair.matched.map(row => [row.key, row]))
  const urls = newUrls([...repair.images, ...repair.links])
  const modules: ModuleEntry[] = []
  for (const entry of imported.modules) {
    const row = rows.get(entry.key)
    if (row !== undefined) modules.push(repairEntry(entry, row, urls, repair.dates, read))
  }
  return {
    ...imported,
    collections: imported.collections.map(collection => renamePages(collection, repair.pages)),
    modules: orderModules(modules),
    parked: [...longParked(imported, repair, readOnce), ...newlyParked(imported, repair, readOnce)],
    imported: { fromCourseId: repair.fromCourseId, at: repair.at },
  }
}

function repairEntry(
  entry: ModuleEntry,
  row: MatchedRow,
  urls: NewUrls,
  dates: DatePlan,
  read: AddressReader,
): ModuleEntry {
  const repaired = relink(entry, urls, read)
  const moved = moveEntry(repaired, { id: row.moduleId, name: row.name })
  const date = shiftDate(entry.date, dates)
  return date === moved.date ? moved : { ...moved, date }
}

/** Few to an entry: a search is quicker than a key made of entry, field and address. */
type NewUrls = ReadonlyMap<string, readonly (ImageRow | LinkRow)[]>

function newUrls(links: readonly (ImageRow | LinkRow)[]): NewUrls {
  return groupBy(links, ({ key }) => key)
}

function relink(entry: ModuleEntry, urls: NewUrls, read: AddressReader): ModuleEntry {
  const known = urls.get(entry.key) ?? []
  const rewrite = (field: string, url: string) =>
    known.find(row => row.url === url && row.field === field)?.newUrl ?? url
  return rewriteReferences(entry, rewrite, read)
}

/** Kept already when the page was copied. Their keys are of another course: the page's pictures are not theirs. */
function longParked({ parked }: Configuration, { known }: Repair, read: AddressReader): readonly ParkedEntry[] {
  const withoutPictures = { ...known, files: { ...known.files, findListed: () => undefined } }
  return parked.map(kept => ({ ...kept, entry: relinkParked(kept.entry, withoutPictures, read) }))
}

function renamePages(collection: Collection, pages: readonly PageRow[]): Collection {
  const newTitle = (use: PageRow['use'], title: string) =>
    pages.find(row => row.collection === collection.name && row.use === use)?.newTitle ?? title
  return {
    ...collection,
    includePage: newTitle('include', collection.includePage),
    outputPage: newTitle('output', collection.outputPage),
  }
}

function newlyParked(imported: Configuration, repair: Repair, read: AddressReader): readonly ParkedEntry[] {
  const { importedUnmatched, known, fromCourseId, at } = repair
  const why = new Map(importedUnmatched.map(row => [row.key, row.why]))
  const parked: ParkedEntry[] = []
  for (const entry of imported.modules) {
    const reason = why.get(entry.key)
    if (reason === undefined) continue
    parked.push({ entry: relinkParked(entry, known, read), parkedAt: at, fromCourseId, why: reason })
  }
  return parked
}
