/** The door of the database. It is loaded only by who needs one: `recourse canvas …` never does. */
export { openBackup } from './backup/open-backup.ts'
export { restoreBackup } from './backup/restore-backup.ts'
export { saveBackup } from './backup/save-backup.ts'
export { migrate } from './migrate.ts'
export { readMigrations } from './migrations.ts'
export { withDatabase } from './open-database.ts'
export { findMissing, readStatus } from './read-status.ts'
export { withConnection } from './with-connection.ts'
