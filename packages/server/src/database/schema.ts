import type { ColumnType, Generated } from 'kysely'

/** An instant that the database fills in unless it is told. */
export type CreatedAt = ColumnType<Date, Date | string | undefined, never>

/** Tables as the migrations leave them, for kysely. */
export interface Schema {
  readonly workspace: WorkspaceTable
  readonly person: PersonTable
}

interface WorkspaceTable {
  readonly id: Generated<string>
  readonly name: string
  readonly created_at: CreatedAt
}

interface PersonTable {
  readonly id: Generated<string>
  readonly workspace_id: string
  readonly email: string
  readonly name: string
  readonly role: 'administrator' | 'author' | 'reviewer'
  readonly deactivated_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
  readonly created_at: CreatedAt
}
