import type { Collection, Configuration, ModuleEntry, ParkedEntry } from '../configuration/configuration.ts'
import { moveEntry } from '../configuration/move-entry.ts'
import { orderModules } from '../configuration/order-modules.ts'
import { shiftDate } from '../dates/shift-date.ts'
import { groupBy } from '../matching/pair-by-name.ts'
import type { AddressReader } from '../references/addressed-html.ts'
import { rewriteReferences } from '../references/references.ts'
import type { NewLink, ParkedLinks } from './judge-parked.ts'
import type { DatePlan, ImageRow, ImportedUnmatchedRow, LinkRow, MatchedRow, PageRow } from './plan-rows.ts'

/** The decisions that turn an imported configuration into this course's own. */
export interface Repair {
  readonly matched: readonly MatchedRow[]
  readonly importedUnmatched: readonly ImportedUnmatchedRow[]
  readonly images: readonly ImageRow[]
  readonly links: readonly LinkRow[]
  readonly pages: readonly PageRow[]
  readonly dates: DatePlan
  readonly parkedLinks: ParkedLinks
  readonly fromCourseId: ParkedEntry['fromCourseId']
  readonly at: string
}

/** The imported configuration with this course's ids, links, pages and dates; entries without a module are kept for later. */
export function repairConfiguration(imported: Configuration, repair: Repair, read: AddressReader): Configuration {
  const rows = new Map(repair.matched.map(row => [row.key, row]))
  const urls = newUrls([...repair.images, ...repair.links])
  const modules = imported.modules.flatMap(entry => {
    const row = rows.get(entry.key)
    return row === undefined ? [] : [repairEntry(entry, row, urls, repair.dates, read)]
  })
  return {
    ...imported,
    collections: imported.collections.map(collection => renamePages(collection, repair.pages)),
    modules: orderModules(modules),
    parked: [...relinkParked(imported.parked, repair.parkedLinks.before, read), ...newlyParked(imported, repair, read)],
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
type NewUrls = ReadonlyMap<string, readonly NewLink[]>

function newUrls(links: readonly NewLink[]): NewUrls {
  return groupBy(links, ({ key }) => key)
}

function relink(entry: ModuleEntry, urls: NewUrls, read: AddressReader): ModuleEntry {
  const known = urls.get(entry.key) ?? []
  const rewrite = (field: string, url: string) =>
    known.find(row => row.url === url && row.field === field)?.newUrl ?? url
  return rewriteReferences(entry, rewrite, read)
}

function relinkParked(
  parked: readonly ParkedEntry[],
  links: readonly NewLink[],
  read: AddressReader,
): readonly ParkedEntry[] {
  const urls = newUrls(links.filter(({ url, newUrl }) => newUrl !== url))
  return parked.map(kept => (urls.has(kept.entry.key) ? { ...kept, entry: relink(kept.entry, urls, read) } : kept))
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
  const { importedUnmatched, parkedLinks, fromCourseId, at } = repair
  const why = new Map(importedUnmatched.map(row => [row.key, row.why]))
  const parked = imported.modules.flatMap(entry => {
    const reason = why.get(entry.key)
    return reason === undefined ? [] : [{ entry, parkedAt: at, fromCourseId, why: reason }]
  })
  return relinkParked(parked, parkedLinks.now, read)
}
