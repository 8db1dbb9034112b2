import { createWriteStream } from 'node:fs'
import { access, rename, rm } from 'node:fs/promises'
import type { ClientBase } from 'pg'
import { DatabaseError } from '../database-error.ts'
import type { Manifest } from './manifest.ts'
import { type BackupOptions, writeBackup } from './write-backup.ts'

/** Into a file that is there only when it is whole, and only its owner may read. One that is there is not replaced. */
export async function saveBackup(client: ClientBase, file: string, options: BackupOptions): Promise<Manifest> {
  await requireNew(file)
  const draft = `${file}.part-${process.pid}`
  try {
    const target = createWriteStream(draft, { flags: 'wx', mode: 0o600, flush: true })
    const manifest = await writeBackup(client, target, options)
    await rename(draft, file)
    return manifest
  } catch (error) {
    await rm(draft, { force: true })
    throw toFileFault(error, file) ?? error
  }
}

async function requireNew(file: string): Promise<void> {
  const isThere = await access(file).then(
    () => true,
    () => false,
  )
  if (isThere) throw new DatabaseError('file', `There is a file ${file} already.`, 'Name another one, or move it away.')
}

/** What the file system says names its call; what the database says does not. */
function toFileFault(error: unknown, file: string): DatabaseError | undefined {
  if (!(error instanceof Error && 'syscall' in error && 'path' in error)) return undefined
  return new DatabaseError('file', `The backup ${file} cannot be written: ${error.message}.`, 'Name another file.', {
    cause: error,
  })
}
