import type { HistoryContent, HistoryVersion, PageHistory } from '@recourse/canvas'
import { restoreCommand } from './describe-failure.ts'
import type { Setting } from './describe-next.ts'
import { type Cell, type Command, cell, line, type Section, type Sheet } from './sheet.ts'
import { count, instantWords, list } from './words.ts'

const TITLE = 'History of the Canvas Collections configuration'

/** Every saved version of the configuration page, and how to get one back. */
export function describeHistory(history: PageHistory | undefined, setting: Setting): Sheet {
  if (history === undefined)
    return {
      title: TITLE,
      verdict: line('This course has no such page. Canvas keeps deleted ones under /undelete.', 'caution'),
      facts: [],
      sections: [],
    }
  const { page, versions } = history
  const address = `${setting.courseUrl}/pages/${encodeURIComponent(page.url)}`
  return {
    title: TITLE,
    verdict: line(`${count(versions.length, 'version')} of “${page.title}”.`),
    facts: [
      { label: 'Page', text: address, href: address },
      { label: 'Now', text: page.isPublished ? 'published' : 'not published' },
    ],
    sections: [versionsSection(versions), ...restoreSection(versions, setting)],
  }
}

function versionsSection(versions: readonly HistoryVersion[]): Section {
  const columns = ['Revision', 'Saved', 'By', 'Holds']
  return {
    title: 'Versions',
    count: versions.length,
    meaning: 'newest first',
    lines: [],
    table: { columns, rows: versions.map(versionCells) },
  }
}

function versionCells({ revisionId, updatedAt, savedBy, isLatest, content }: HistoryVersion): readonly Cell[] {
  return [
    cell(isLatest ? `${revisionId} (latest)` : String(revisionId)),
    cell(updatedAt === null ? 'not known' : instantWords(updatedAt), 'quiet'),
    cell(savedBy ?? 'not shown', 'quiet'),
    contentCell(content),
  ]
}

function contentCell(content: HistoryContent): Cell {
  switch (content.kind) {
    case 'configuration':
      return cell(configurationWords(content), content.isBlank ? 'quiet' : 'plain')
    case 'broken':
      return cell(`cannot be read: ${content.where}`, 'bad')
    case 'no-configuration':
      return cell('no configuration', 'quiet')
    case 'not-read':
      return cell('not looked into: --limit', 'quiet')
    default:
      return content satisfies never
  }
}

function configurationWords(content: Extract<HistoryContent, { readonly kind: 'configuration' }>): string {
  const { collections, modules, keptForLater, isOwn, courseId, isImport, isBlank } = content
  const whose = isOwn ? "this course's own" : courseId === null ? 'of no course' : `of course ${courseId}`
  const kept = keptForLater === 0 ? [] : [`${keptForLater} kept for later`]
  const what = isBlank ? 'empty' : list([count(collections, 'collection'), count(modules, 'module'), ...kept])
  return `${what}, ${whose}${isImport ? ': written by an import' : ''}`
}

/** Undo where the latest is an import; else how it is written in general. */
function restoreSection(versions: readonly HistoryVersion[], setting: Setting): readonly Section[] {
  const [latest, before] = versions
  if (latest === undefined || before === undefined) return []
  const isImport = latest.content.kind === 'configuration' && latest.content.isImport
  const purpose = isImport ? 'Undo the import' : `Go back to revision ${before.revisionId}`
  const commands: readonly Command[] = [restoreCommand(purpose, before.revisionId, setting)]
  return [{ title: 'What next', count: null, lines: [], commands }]
}
