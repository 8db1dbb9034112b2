import type { Element, Root } from 'hast'
import type { HtmlParser } from '../html/html-parser.ts'
import { storedLength, toHtml } from '../html/to-html.ts'
import type { ClaytonsFacts } from './claytons-facts.ts'
import type { BlockedReason, ClaytonsChoices, PageState, PlannedPage } from './claytons-plan.ts'
import { claytonsTree } from './claytons-tree.ts'
import { oldContainerId } from './container-ids.ts'
import { type OutputPage, pagesOf, type Target } from './find-targets.ts'
import { isAsSigned, isSigned, judgePart, type PartState } from './fingerprint.ts'
import { blockedPageWords, pageStateWords } from './page-state-words.ts'
import {
  findNavigation,
  findNavigationLists,
  findPart,
  type Navigation,
  type PageLink,
  spliceClaytons,
  withoutGenerated,
} from './splice-claytons.ts'
import { undecorate } from './undecorate.ts'

export interface PageQuestion {
  /** All of the course. */
  readonly targets: readonly Target[]
  readonly ids: ReadonlyMap<string, string>
  readonly facts: ClaytonsFacts
  readonly choices: ClaytonsChoices
  readonly parseHtml: HtmlParser
}

/** Canvas takes so many characters (canvas-api §4). */
const LARGEST_BODY = 511_999

/** What becomes of one page. */
export function planPage(target: Target, question: PageQuestion): PlannedPage {
  const { choices } = question
  const before = readStored(target.page?.body ?? '', question)
  const navigation = choices.navigation === 'keep' ? findNavigation(before) : choices.navigation
  const parts = target.outputs.map(output => judgeOutput(output, before, target, question))
  const links = navigation === 'pages' ? linksOf(target, question) : []
  const after = spliceClaytons(before, { parts, navigation, links })
  const body = toHtml(after)
  const isSame = body === toHtml(before)
  const publishes = choices.publish && target.page?.isPublished !== true
  const why = whyBlocked(target, { navigation, body })
  const isEdited = !isSame && (parts.some(({ state }) => state === 'edited') || isNavigationEdited(before))
  const state = judgeState({ target, why, isSame: isSame && !publishes, isEdited, choices })
  return {
    title: target.title,
    pageId: target.page?.id ?? null,
    slug: target.page?.slug ?? null,
    state,
    why,
    text: why === null ? pageStateWords(state, target) : blockedPageWords(why, target),
    isFrontPage: target.page?.isFrontPage ?? false,
    isPublished: target.page?.isPublished ?? false,
    publishes: publishes && (state === 'write' || state === 'create'),
    navigation,
    collections: parts.map(({ name, state: partState, cards }) => ({ name, state: partState, cards })),
    before: target.page === null ? null : (target.page.body ?? ''),
    body: state === 'write' || state === 'create' ? body : null,
  }
}

function readStored(html: string, { parseHtml, facts }: PageQuestion): Root {
  return undecorate(parseHtml(html), facts.origin)
}

interface JudgedPart {
  readonly name: string
  readonly id: string
  readonly oldId: string | null
  readonly part: Element | null
  readonly state: PartState
  readonly cards: number
}

/** What was not chosen, and what is as it should be, stays to the letter. */
function judgeOutput(output: OutputPage, page: Root, target: Target, question: PageQuestion): JudgedPart {
  const { name, id, view } = output
  const old = oldContainerId(name)
  const oldId = [...question.ids.values()].includes(old) ? null : old
  const found = findPart(page, { id, oldId })
  const generated = claytonsTree(view, {
    id,
    courseId: question.facts.courseId,
    origin: question.facts.origin,
    parseHtml: question.parseHtml,
    iframeHosts: question.choices.iframeHosts,
    includedPage: readIncluded(view.includePage?.title ?? '', target, question),
  })
  const state = judgePart(found, generated)
  const keeps = !output.isChosen || state === 'current' || view.representation === 'unknown'
  return {
    name,
    id,
    oldId,
    part: keeps ? null : generated,
    state: output.isChosen ? state : 'current',
    cards: view.cards.length,
  }
}

/** Unpublished ones too, as in 1.3: what is in a page that was written on purpose is meant to be read. */
function readIncluded(title: string, { page }: Target, question: PageQuestion): Root | undefined {
  const [found] = title === '' ? [] : pagesOf(title, question.facts.pages)
  if (found === undefined || found.body === null || found.id === page?.id) return undefined
  return withoutGenerated(readStored(found.body, question))
}

/** To the pages of all collections that are shown; the page itself is not linked. */
function linksOf(target: Target, { targets, facts }: PageQuestion): readonly PageLink[] {
  return targets.flatMap((each): readonly PageLink[] => {
    const [output] = each.outputs
    if (output === undefined || each.outputs.length > 1) return []
    if (each === target) return [{ name: output.name, href: null }]
    const isThere = each.page !== null || output.isChosen
    if (output.view.isHidden || !isThere) return []
    const slug = each.page?.slug ?? encodeURIComponent(each.title)
    return [{ name: output.name, href: `/courses/${facts.courseId}/pages/${slug}` }]
  })
}

function isNavigationEdited(page: Root): boolean {
  return findNavigationLists(page).some(list => isSigned(list) && !isAsSigned(list))
}

interface Outlook {
  readonly navigation: Navigation
  readonly body: string
}

function whyBlocked({ page, doubles, outputs }: Target, { navigation, body }: Outlook): BlockedReason | null {
  if (doubles.length > 0) return 'duplicate-title'
  if (page?.isLockedByBlueprint === true) return 'blueprint-locked'
  if (page !== null && page.body === null) return 'withheld'
  if (outputs.some(({ isChosen, view }) => isChosen && view.representation === 'unknown'))
    return 'unknown-representation'
  if (navigation === 'pages' && outputs.length > 1) return 'shared-page'
  return storedLength(body) > LARGEST_BODY ? 'too-large' : null
}

interface Findings {
  readonly target: Target
  readonly why: BlockedReason | null
  readonly isSame: boolean
  readonly isEdited: boolean
  readonly choices: ClaytonsChoices
}

function judgeState({ target, why, isSame, isEdited, choices }: Findings): PageState {
  if (why !== null) return 'blocked'
  if (target.page === null) return 'create'
  if (isSame) return 'unchanged'
  return isEdited && !choices.replaceEdited ? 'edited' : 'write'
}
