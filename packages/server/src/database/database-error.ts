/**
 * What stood in the way: `platform` no PostgreSQL for this machine · `folder` the data folder cannot be used · `full` no
 * space · `start` the server did not come up · `version` a PostgreSQL we do not know · `unreachable` nobody answers ·
 * `schema` the tables are not those of this Recourse · `file` a backup file.
 */
export type DatabaseErrorKind = 'platform' | 'folder' | 'full' | 'start' | 'version' | 'unreachable' | 'schema' | 'file'

/** A fault of the database or of what it stands on. It never holds a password. */
export class DatabaseError extends Error {
  override readonly name = 'DatabaseError'
  readonly kind: DatabaseErrorKind
  /** What to do next, a sentence. */
  readonly next: string

  constructor(kind: DatabaseErrorKind, message: string, next: string, options?: ErrorOptions) {
    super(message, options)
    this.kind = kind
    this.next = next
  }
}
