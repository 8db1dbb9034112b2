import { filesByPath } from '../html/file-paths.ts'
import { importLinks, type LinkDestination } from '../html/import-links.ts'
import type { LinkKind } from '../html/link-tokens.ts'
import { sanitizeBody } from '../html/sanitize.ts'
import type { ImportRun } from './import-run.ts'
import { addIssue } from './issues.ts'
import { isCopy } from './migration-json.ts'

/**
 * The last stage: tokens become addresses of things in this course. What cannot be resolved stays as it was and is
 * reported, once for each place (canvas-api §3.1; `Importers::LinkReplacer`).
 */
export function resolveLinks(run: ImportRun): void {
  const destination = linkDestination(run)
  for (const body of run.imported.bodies) {
    const { html, missing } = importLinks(body.tokens, destination)
    body.write(sanitizeBody(html))
    if (missing.length === 0) continue
    const description = `Missing links found in imported content - ${body.label}`
    addIssue(run.world, run.migration, { description, fixIssueUrl: body.fixUrl() })
  }
}

function linkDestination(run: ImportRun): LinkDestination {
  const { world, destination } = run
  const paths = [...run.filePaths].flatMap(([path, migrationId]) => {
    const file = run.copied.files.get(migrationId)
    return file ? [[path, String(file.id)] as const] : []
  })
  return {
    courseId: destination.id,
    hostNames: [new URL(world.origin).hostname],
    idOf: (kind, migrationId) => idOf(run, kind, migrationId),
    fileAt: filesByPath(paths),
    fixesRelativeUrls: !isCopy(run.migration),
  }
}

function idOf({ copied, itemIds, assignmentIds }: ImportRun, kind: LinkKind, migrationId: string): string | undefined {
  switch (kind) {
    case 'pages':
      return copied.pages.get(migrationId)?.url
    case 'files':
      return textOf(copied.files.get(migrationId)?.id)
    case 'modules':
      return textOf(copied.modules.get(migrationId)?.id)
    case 'module_items':
      return textOf(itemIds.get(migrationId))
    case 'assignments':
      return textOf(assignmentIds.get(migrationId))
    case 'quizzes':
    case 'discussion_topics':
    case 'announcements':
      return textOf(copied.activities.get(migrationId)?.id)
    case 'calendar_events':
      return undefined
    default:
      return kind satisfies never
  }
}

function textOf(id: number | undefined): string | undefined {
  return id === undefined ? undefined : String(id)
}
