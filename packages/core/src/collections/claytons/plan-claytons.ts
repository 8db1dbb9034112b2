import type { HtmlParser } from '../html/html-parser.ts'
import type { CollectionsPage } from '../page/page-reading.ts'
import type { CollectionView } from '../view/collections-view.ts'
import { viewCollections } from '../view/view-collections.ts'
import type { ClaytonsFacts } from './claytons-facts.ts'
import type { ClaytonsChoices, ClaytonsPlan, LeftCollection } from './claytons-plan.ts'
import { containerIds } from './container-ids.ts'
import { findTargets, type OutputPage } from './find-targets.ts'
import { planPage } from './plan-page.ts'
import { noSuchCollectionWords, stuckWords, unreadableWords } from './stuck-words.ts'

/** Players that are made to be framed. */
export const defaultFrameHosts = [
  'www.youtube-nocookie.com',
  'www.youtube.com',
  'youtube.com',
  'player.vimeo.com',
  'embed.ted.com',
] as const

export const defaultClaytonsChoices: ClaytonsChoices = {
  collections: null,
  navigation: 'keep',
  replaceEdited: false,
  publish: false,
  iframeHosts: defaultFrameHosts,
}

/** What would be written to which page, and what not and why; pure, so that a look costs nothing. */
export function planClaytons(facts: ClaytonsFacts, choices: ClaytonsChoices, parseHtml: HtmlParser): ClaytonsPlan {
  const { copying, configuration: page } = facts
  if (copying !== null) return { kind: 'busy', copying, text: stuckWords('busy') }
  if (page === null) return { kind: 'nothing', why: 'no-configuration', text: stuckWords('no-configuration') }
  if (!page.reading.ok) return { kind: 'stuck', why: 'unreadable', text: unreadableWords(page.reading.where) }
  const read = page.reading.page
  const stuck = findStuck(read, facts, choices)
  if (stuck !== undefined) return stuck
  const view = viewCollections({
    configuration: read.configuration,
    modules: facts.modules,
    viewer: 'claytons',
    isPagePublished: page.published,
    now: facts.readAt,
  })
  const shown = view.kind === 'on' ? view.collections : []
  return planReady({ facts, choices, parseHtml, read, shown })
}

function findStuck(
  { courseId, configuration }: CollectionsPage,
  facts: ClaytonsFacts,
  { collections }: ClaytonsChoices,
): ClaytonsPlan | undefined {
  if (!facts.mayEdit) return { kind: 'stuck', why: 'may-not-edit', text: stuckWords('may-not-edit') }
  if (courseId !== null && courseId !== facts.courseId)
    return {
      kind: 'stuck',
      why: 'not-imported',
      text: stuckWords('not-imported'),
    }
  const unknown = collections?.find(name => !configuration.collections.some(each => each.name === name))
  if (unknown === undefined) return undefined
  return {
    kind: 'stuck',
    why: 'no-such-collection',
    text: noSuchCollectionWords(unknown, configuration.collections),
  }
}

interface Reading {
  readonly facts: ClaytonsFacts
  readonly choices: ClaytonsChoices
  readonly parseHtml: HtmlParser
  readonly read: CollectionsPage
  readonly shown: readonly CollectionView[]
}

function planReady({ facts, choices, parseHtml, read, shown }: Reading): ClaytonsPlan {
  const { collections } = read.configuration
  const ids = containerIds(collections.map(({ name }) => name))
  const outputs = collections.flatMap(({ name, outputPage, hide }): readonly OutputPage[] => {
    const view = shown.find(each => each.name === name)
    const id = ids.get(name)
    if (view === undefined || id === undefined || outputPage.trim() === '') return []
    return [{ name, id, title: outputPage, view, isChosen: choices.collections?.includes(name) ?? !hide }]
  })
  const targets = findTargets(outputs, facts.pages)
  const pages = targets
    .filter(({ outputs: on }) => on.some(({ isChosen }) => isChosen))
    .map(target => planPage(target, { targets, ids, facts, choices, parseHtml }))
  const left = collections.flatMap(each => leftOut(each, choices))
  if (pages.length === 0) return { kind: 'nothing', why: 'no-output-page', text: stuckWords('no-output-page') }
  const homeFirst = pages.toSorted((one, other) => Number(other.isFrontPage) - Number(one.isFrontPage))
  return { kind: 'ready', courseId: facts.courseId, pages: homeFirst, left, facts, choices }
}

function leftOut(
  { name, outputPage, hide }: { readonly name: string; readonly outputPage: string; readonly hide: boolean },
  { collections }: ClaytonsChoices,
): readonly LeftCollection[] {
  if (collections !== null && !collections.includes(name)) return []
  if (outputPage.trim() === '') return [{ name, why: 'no-output-page' }]
  return hide && collections === null ? [{ name, why: 'hidden' }] : []
}
