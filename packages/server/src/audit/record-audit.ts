import { type Kysely, sql } from 'kysely'
import type { Schema } from '../database/schema.ts'

/** What the log knows of. Past tense: it was done, or failed. */
export type AuditAction =
  | 'signed-in'
  | 'sign-in-failed'
  | 'sign-in-held'
  | 'signed-out'
  | 'password-changed'
  | 'link-used'
  | 'link-made'
  | 'person-invited'
  | 'person-renamed'
  | 'role-changed'
  | 'person-deactivated'
  | 'person-reactivated'
  | 'course-imported'
  | 'course-exported'
  | 'course-copied'
  | 'course-deleted'
  | 'course-restored'
  | 'item-deleted'

export interface AuditEntry {
  readonly workspaceId: string
  /** `null`: nobody who is known. */
  readonly personId: string | null
  readonly action: AuditAction
  /** What it was done to: a person, a course, an item. */
  readonly targetId?: string
  /** Never a password, a link or a token. */
  readonly details?: Readonly<Record<string, string | number | boolean | null>>
  readonly ipAddress?: string | null
}

/** Writes one line of the audit log; within a transaction it stands or falls with it. */
export async function recordAudit(db: Kysely<Schema>, entry: AuditEntry): Promise<void> {
  const { workspaceId, personId, action, targetId = null, details = {}, ipAddress = null } = entry
  await sql`insert into audit_log (workspace_id, person_id, action, target_id, details, ip_address)
    values (${workspaceId}, ${personId}, ${action}, ${targetId}, ${JSON.stringify(details)}, ${ipAddress})`.execute(db)
}
