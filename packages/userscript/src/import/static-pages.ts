import type { ReadyPlan } from '@recourse/core'

/** Titles of the pages that hold static cards of these Collections, each once. */
export function staticPages({ pages }: Pick<ReadyPlan, 'pages'>): readonly string[] {
  const titles = pages
    .filter(({ use, verdict }) => use === 'output' && verdict !== 'missing')
    .map(({ newTitle }) => newTitle)
  return [...new Set(titles)]
}
