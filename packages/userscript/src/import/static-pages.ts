import type { ReadyPlan } from '@recourse/core'

/** Whether they can be looked at before the import: the page stands where Collections looks for it, and none is renamed. */
export function canLookAhead({ pages, page }: Pick<ReadyPlan, 'pages' | 'page'>): boolean {
  return page.contentFrom === null && pages.every(({ use, verdict }) => use !== 'output' || verdict !== 'renamed')
}

/** Titles of the pages that hold static cards of these Collections, each once. */
export function staticPages({ pages }: Pick<ReadyPlan, 'pages'>): readonly string[] {
  const titles = pages
    .filter(({ use, verdict }) => use === 'output' && verdict !== 'missing')
    .map(({ newTitle }) => newTitle)
  return [...new Set(titles)]
}
