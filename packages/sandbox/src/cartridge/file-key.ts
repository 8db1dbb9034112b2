import { md5 } from '../migrations/migration-id.ts'

/** Files that no resource names go by the MD5 of their path, as in Canvas (standard/converter.rb, `find_file_migration_id`). */
export function fileKey(identifier: string): string {
  return identifier.startsWith('path:') ? md5(identifier.slice('path:'.length)) : identifier
}
