import type { ContentMigration, MigrationIssue } from '../model.ts'
import type { World } from '../world.ts'

export interface NewIssue {
  readonly description: string
  readonly issueType?: MigrationIssue['issueType']
  readonly fixIssueUrl?: string | null
}

/** Adds an issue unless the migration already has the same one (`ContentMigration#add_issue`). */
export function addIssue(world: World, migration: ContentMigration, issue: NewIssue): void {
  const { description, issueType = 'warning', fixIssueUrl = null } = issue
  const isKnown = migration.issues.some(
    row => row.description === description && row.issueType === issueType && row.fixIssueUrl === fixIssueUrl,
  )
  if (isKnown) return
  const now = world.nowIso()
  const id = world.nextId('issue')
  migration.issues.push({ id, description, issueType, state: 'active', fixIssueUrl, createdAt: now, updatedAt: now })
}
