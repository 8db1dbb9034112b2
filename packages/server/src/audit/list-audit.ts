import { sql } from 'kysely'
import type { Actor, LibraryDb } from '../library/index.ts'

export interface AuditRow {
  /** Newest has the highest; `before` takes it. */
  readonly sequence: number
  /** An instant in ISO 8601. */
  readonly at: string
  readonly person: { readonly personId: string; readonly name: string } | null
  readonly action: string
  readonly targetId: string | null
  /** A person's name or a course's title, where it is one of these and still there. */
  readonly target: string | null
  readonly details: Readonly<Record<string, unknown>>
  readonly ipAddress: string | null
}

export interface AuditPage {
  /** Lines older than this one. */
  readonly before?: number | undefined
  readonly limit: number
}

/** The log of the actor's workspace, newest first. Who may read it is asked before. */
export async function listAudit(db: LibraryDb, { workspaceId }: Actor, page: AuditPage): Promise<readonly AuditRow[]> {
  const { rows } = await sql<AuditRow>`
    select a.sequence::int, to_json(a.at) #>> '{}' as at, a.action, a.target_id as "targetId", a.details,
      a.ip_address as "ipAddress", coalesce(t.name, c.title) as target,
      case when p.id is not null then json_build_object('personId', p.id, 'name', p.name) end as person
    from audit_log a
    left join person p on p.id = a.person_id
    left join person t on t.id = a.target_id
    left join course c on c.id = a.target_id
    where a.workspace_id = ${workspaceId} and a.sequence < ${page.before ?? Number.MAX_SAFE_INTEGER}
    order by a.sequence desc limit ${page.limit}`.execute(db)
  return rows
}
