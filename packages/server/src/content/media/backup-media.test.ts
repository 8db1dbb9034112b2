import { randomBytes } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { openBackup } from '../../database/backup/open-backup.ts'
import { restoreBackup } from '../../database/backup/restore-backup.ts'
import { saveBackup } from '../../database/backup/save-backup.ts'
import { readMigrations } from '../../database/migrations.ts'
import { withEmptyDatabase, withTestDatabase } from '../../database/test-database.fixture.ts'
import { withConnection } from '../../database/with-connection.ts'
import { addPerson, addWorkspace, must } from '../../library/world.fixture.ts'
import { withFolder } from '../package.fixture.ts'
import { addMedia } from './add-media.ts'
import { CHUNK_BYTES, readBytes } from './store-bytes.ts'

const source = withTestDatabase()
const target = withEmptyDatabase()
const { folder } = withFolder()

it('a backup carries the bytes of media, and they come back the same', async () => {
  const actor = await addPerson(source.db, await addWorkspace(source.db), 'ana')
  const bytes = randomBytes(2 * CHUNK_BYTES + 1)
  const file = join(folder, 'film.mp4')
  writeFileSync(file, bytes)
  const { content, itemId } = await must(addMedia(source.db, actor, { file, fileName: 'film.mp4' }))
  const backup = join(folder, 'backup.zip')
  const wishes = { program: '0', postgres: 18, createdAt: new Date('2027-01-31'), signal: new AbortController().signal }
  await withConnection(source.pool, client => saveBackup(client, backup, wishes))
  await using opened = await openBackup(backup)
  await withConnection(target.pool, client => restoreBackup(client, opened, readMigrations()))
  const chunks: Uint8Array[] = []
  const whole = { from: 0, to: content.size - 1 }
  for await (const chunk of readBytes(target.db, actor.workspaceId, content.hash, whole)) chunks.push(chunk)
  expect(Buffer.concat(chunks).equals(bytes)).toBe(true)
  expect((await target.pool.query('select id from media_asset')).rows).toEqual([{ id: itemId }])
})
