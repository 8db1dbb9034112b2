import type { FileId } from '../../ids.ts'
import type { Configuration } from '../configuration/configuration.ts'
import type { HtmlParser } from '../html/html-parser.ts'
import { largestEntries, type PageContent, pageLimit, writeCollectionsPage } from '../page/write-collections-page.ts'
import { readAddress } from '../references/address.ts'
import { passingReader } from '../references/addressed-html.ts'
import { type Place, urlHere } from '../references/judge-files.ts'
import { rewriteReferences } from '../references/references.ts'
import type { ReadyPlan } from './import-plan.ts'

/** What a shell did before the page is written. */
export interface ImportAct {
  /** ISO-8601 instant that the import is stamped with. */
  readonly at: string
  /** For each image row to be copied, by its `url`: the file it became here. */
  readonly copiedFiles: Readonly<Record<string, { readonly fileId: FileId }>>
}

export type AppliedImport =
  | { readonly ok: true; readonly html: string; readonly length: number; readonly configuration: Configuration }
  | {
      readonly ok: false
      readonly reason: 'too-large'
      readonly length: number
      readonly largest: ReadyPlan['size']['largest']
    }

/** The page that carries a plan out: what the plan shows, with the copied files in place. Writes nothing itself. */
export function applyImport(plan: ReadyPlan, { at, copiedFiles }: ImportAct, parseHtml: HtmlParser): AppliedImport {
  const newUrls = new Map(
    plan.images.flatMap(row => {
      const copied = Object.hasOwn(copiedFiles, row.url) ? copiedFiles[row.url] : undefined
      return copied === undefined || row.act !== 'copy'
        ? []
        : [[row.newUrl, urlHere(readAddress(row.url), copied.fileId, placeOf(plan))]]
    }),
  )
  const rewrite = (_field: string, url: string) => newUrls.get(url) ?? url
  const read = passingReader(parseHtml)
  const configuration = {
    ...plan.after,
    modules:
      newUrls.size === 0
        ? plan.after.modules
        : plan.after.modules.map(entry => rewriteReferences(entry, rewrite, read)),
    imported: plan.after.imported === null ? null : { ...plan.after.imported, at },
  }
  const written = writeCollectionsPage(importedPage(plan, configuration))
  return written.length > pageLimit
    ? { ok: false, reason: 'too-large', length: written.length, largest: largestEntries(configuration) }
    : { ok: true, html: written.html, length: written.length, configuration }
}

/** The page as it will stand in this course, with the links that carry its own pairs through the next copy. */
export function importedPage(
  plan: Pick<ReadyPlan, 'origin' | 'destination' | 'pages'>,
  configuration: Configuration,
): PageContent {
  return {
    configuration,
    courseId: plan.destination.courseId,
    origin: plan.origin,
    moduleLinks: configuration.modules.map(({ id }) => id).filter(id => id !== null),
    pageLinks: plan.pages.flatMap(({ newTitle, slug }) => (slug === null ? [] : [{ title: newTitle, slug }])),
  }
}

function placeOf({ origin, destination }: ReadyPlan): Place {
  return { origin, course: { id: destination.courseId } }
}
