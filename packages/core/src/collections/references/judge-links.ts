import { type CourseId, toCourseId } from '../../ids.ts'
import type { AssetKind, ImportFacts } from '../import/import-facts.ts'
import type { LinkRow, MatchedRow } from '../import/plan-rows.ts'
import type { ChainFrom, CopyChain } from '../matching/copy-chain.ts'
import { type CanvasLink, findCanvasLink, formatCanvasLink, type LeakedToken, type LinkKind } from './canvas-url.ts'
import { type FindMigrated, migratedFinder } from './find-migrated.ts'
import { linkWords } from './link-words.ts'
import type { Reference } from './references.ts'

/** What links between things of a course are judged by. */
export interface LinkQuestion {
  readonly facts: ImportFacts
  readonly chain: CopyChain
  readonly chainFrom: ChainFrom
  readonly matched: readonly MatchedRow[]
}

type Verdict = Pick<LinkRow, 'verdict' | 'newUrl'>

/** The same, ready to be looked up. */
export interface LinkIndex extends LinkQuestion {
  readonly sources: ReadonlySet<CourseId>
  /** This Canvas, as `CanvasLink` writes it. */
  readonly origin: string
  readonly resolve: Resolve
  readonly findMigrated: FindMigrated
}

/**
 * Links to modules, pages, items and activities of the source course, and tokens that the copy left: what they
 * become here. Links to files are judged by `judgeFiles`; links to this course or to strangers give no row. Canvas answers
 * under several hosts: what is known here is meant under any, and all that leads to the source still is said.
 */
export function judgeLinks(references: readonly Reference[], index: LinkIndex): readonly LinkRow[] {
  const rows: LinkRow[] = []
  for (const reference of references) {
    const judged = judge(reference, index)
    if (judged === undefined) continue
    const { key, moduleName, field, url, token } = reference
    const { verdict, newUrl } = judged
    rows.push({ key, moduleName, field, url, verdict, newUrl, text: linkWords(verdict, token !== undefined) })
  }
  return rows
}

/** What a link's address becomes; `undefined` where it gives no row. */
export function newLinkUrl(reference: Reference, index: LinkIndex): string | undefined {
  return judge(reference, index)?.newUrl
}

export function indexLinks(question: LinkQuestion): LinkIndex {
  const { facts, chainFrom } = question
  return {
    ...question,
    sources: new Set([
      ...facts.sources.map(source => source.courseId),
      ...facts.records.map(record => record.fromCourseId),
    ]),
    origin: facts.origin.toLowerCase(),
    resolve: resolver(question),
    findMigrated: migratedFinder(facts.records, facts.course.id, chainFrom),
  }
}

function judge({ url, token, link, isPicture }: Reference, index: LinkIndex): Verdict | undefined {
  const { facts, chain, chainFrom } = index
  if (token?.kind === 'file') return undefined
  if (token !== undefined) {
    const module = findAnchoredModule(token, facts)
    return module === undefined ? judgeToken(token, url, index) : judgeLink(module, url, chain, index)
  }
  if (link === undefined) return !isPicture && isOfSource(findCourse(url), index) ? elsewhere(url) : undefined
  if (link.kind === 'file' || link.courseId === null || !isOfSource(link.courseId, index)) return undefined
  return judgeLink(link, url, chainFrom(link.courseId), index)
}

/** The course of an address whose kind no record speaks of: `/courses/4101/external_tools/7`. */
function findCourse(url: string): CourseId | undefined {
  const [, id] = /^\s*(?:(?:https?:)?\/\/[^/?#]+)?\/courses\/(\d+(?:~\d+)?)(?:[/?#]|$)/i.exec(url) ?? []
  return id === undefined ? undefined : toCourseId(id)
}

function elsewhere(url: string): Verdict {
  return { verdict: 'elsewhere', newUrl: url }
}

/** The course's token before `/modules#module_81`: its number is the source's still. */
function findAnchoredModule(
  { migrationId, rest }: LeakedToken,
  { course, origin }: ImportFacts,
): CanvasLink | undefined {
  const link = migrationId === '' ? findCanvasLink(`${origin}/courses/${course.id}${rest}`) : undefined
  return link?.kind === 'module' ? link : undefined
}

function isOfSource(courseId: CourseId | undefined, { facts, sources }: LinkIndex): boolean {
  return courseId !== undefined && courseId !== facts.course.id && sources.has(courseId)
}

function judgeLink(link: CanvasLink, url: string, chain: CopyChain, { facts, origin, resolve }: LinkIndex): Verdict {
  const isStrangeHost = link.origin !== '' && link.origin !== origin
  const ref = resolve(link, chain)
  // A number of a course is all there is: another Canvas may have it as well.
  if (isStrangeHost && (ref === undefined || link.kind === 'course')) return elsewhere(url)
  if (ref === undefined) return { verdict: 'missing', newUrl: url }
  const { kind, rest } = link
  const here = isStrangeHost ? facts.origin : link.origin
  return { verdict: 'moved', newUrl: formatCanvasLink({ origin: here, courseId: facts.course.id, kind, ref, rest }) }
}

const assetOfKind: Readonly<Partial<Record<LinkKind, AssetKind>>> = {
  module: 'modules',
  'module-item': 'moduleItems',
  assignment: 'assignments',
  quiz: 'quizzes',
  'discussion-topic': 'discussionTopics',
}

function judgeToken({ kind, migrationId, rest }: LeakedToken, url: string, index: LinkIndex): Verdict {
  const { course, origin, pages } = index.facts
  const link = (ref: string) => formatCanvasLink({ origin, courseId: course.id, kind, ref, rest })
  if (migrationId === '') return { verdict: 'moved', newUrl: link('') }
  const asset = index.findMigrated(migrationId)
  const slug = asset?.kind === 'pages' ? pages?.find(page => page.id === asset.id)?.slug : undefined
  const ref = kind === 'page' ? slug : asset?.kind === assetOfKind[kind] ? asset?.id : undefined
  return ref === undefined ? { verdict: 'missing', newUrl: url } : { verdict: 'moved', newUrl: link(ref) }
}

type Resolve = (link: CanvasLink, chain: CopyChain) => string | undefined

function resolver({ facts, matched }: LinkQuestion): Resolve {
  const modules = new Map<string, string>(matched.map(row => [row.key, row.moduleId]))
  const slugs = new Set((facts.pages ?? []).map(page => page.slug))
  return ({ kind, ref }, { assets }) => {
    if (kind === 'course') return ''
    if (kind === 'page') return slugs.has(ref) ? ref : undefined
    const asset = assetOfKind[kind]
    const copied = asset === undefined ? undefined : assets?.[asset].get(ref)
    return kind === 'module' ? (modules.get(ref) ?? copied) : copied
  }
}
