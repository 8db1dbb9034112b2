import type { CourseId } from '../../ids.ts'
import type { AssetKind, ImportFacts } from '../import/import-facts.ts'
import type { LinkRow, MatchedRow } from '../import/plan-rows.ts'
import type { CopyChain } from '../matching/copy-chain.ts'
import { type CanvasLink, findCanvasLink, formatCanvasLink, type LeakedToken, type LinkKind } from './canvas-url.ts'
import { type FindMigrated, migratedFinder } from './find-migrated.ts'
import { linkWords } from './link-words.ts'
import type { Reference } from './references.ts'

/** What links between things of a course are judged by. */
export interface LinkQuestion {
  readonly facts: ImportFacts
  readonly chain: CopyChain
  readonly matched: readonly MatchedRow[]
}

type Verdict = Pick<LinkRow, 'verdict' | 'newUrl'>

/** The same, ready to be looked up. */
interface LinkIndex extends LinkQuestion {
  readonly sources: ReadonlySet<CourseId>
  readonly resolve: Resolve
  readonly findMigrated: FindMigrated
}

/**
 * Links to modules, pages, items and activities of the source course, and tokens that the copy left: what they
 * become here. Links to files are judged by `judgeFiles`; links to this course or to strangers give no row.
 */
export function judgeLinks(references: readonly Reference[], question: LinkQuestion): readonly LinkRow[] {
  const index = indexLinks(question)
  return references.flatMap(reference => {
    const judged = judge(reference, index)
    if (judged === undefined) return []
    const { key, moduleName, field, url, token } = reference
    const { verdict, newUrl } = judged
    return [{ key, moduleName, field, url, verdict, newUrl, text: linkWords(verdict, token !== undefined) }]
  })
}

function indexLinks(question: LinkQuestion): LinkIndex {
  const { facts, chain } = question
  return {
    ...question,
    sources: new Set([
      ...facts.sources.map(source => source.courseId),
      ...chain.records.map(record => record.fromCourseId),
    ]),
    resolve: resolver(question),
    findMigrated: migratedFinder(facts.records, facts.course.id),
  }
}

function judge({ url, token, link }: Reference, index: LinkIndex): Verdict | undefined {
  const { facts, resolve } = index
  if (token?.kind === 'file') return undefined
  if (token !== undefined) {
    const module = findAnchoredModule(token, facts)
    return module === undefined ? judgeToken(token, url, index) : judgeLink(module, url, facts, resolve)
  }
  if (link === undefined || link.kind === 'file' || link.courseId === facts.course.id) return undefined
  return isOfSource(link, index) ? judgeLink(link, url, facts, resolve) : undefined
}

/** The course's token before `/modules#module_81`: its number is the source's still. */
function findAnchoredModule(
  { migrationId, rest }: LeakedToken,
  { course, origin }: ImportFacts,
): CanvasLink | undefined {
  const link = migrationId === '' ? findCanvasLink(`${origin}/courses/${course.id}${rest}`) : undefined
  return link?.kind === 'module' ? link : undefined
}

function isOfSource({ courseId, origin }: CanvasLink, { facts, sources }: LinkIndex): boolean {
  return courseId !== null && sources.has(courseId) && (origin === '' || origin === facts.origin.toLowerCase())
}

function judgeLink(link: CanvasLink, url: string, { course }: ImportFacts, resolve: Resolve): Verdict {
  const ref = resolve(link.kind, link.ref)
  if (ref === undefined) return { verdict: 'missing', newUrl: url }
  return { verdict: 'moved', newUrl: formatCanvasLink({ ...link, courseId: course.id, ref }) }
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

type Resolve = (kind: LinkKind, ref: string) => string | undefined

function resolver({ facts, chain, matched }: LinkQuestion): Resolve {
  const modules = new Map<string, string>(matched.map(row => [row.key, row.moduleId]))
  const slugs = new Set((facts.pages ?? []).map(page => page.slug))
  return (kind, ref) => {
    if (kind === 'course') return ''
    if (kind === 'page') return slugs.has(ref) ? ref : undefined
    const asset = assetOfKind[kind]
    const copied = asset === undefined ? undefined : chain.assets?.[asset].get(ref)
    return kind === 'module' ? (modules.get(ref) ?? copied) : copied
  }
}
