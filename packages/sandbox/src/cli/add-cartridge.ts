import { readFile } from 'node:fs/promises'
import { CartridgeError } from '@recourse/core/cartridge'
import { ArchiveError, addCartridgeCourse } from '../cartridge/index.ts'
import type { DemoCourse } from '../demo/create-demo.ts'
import { enrollEverybody } from '../demo/demo-people.ts'
import type { Sandbox } from '../sandbox.ts'
import { DoorError } from './door-error.ts'

/** A course made of an export, and what could not be taken over. */
export interface CartridgeCourse {
  readonly course: DemoCourse
  readonly issues: readonly string[]
}

/** Makes a course of an export file, with everybody but the stranger in it. Throws `DoorError` naming the file. */
export async function addCartridge(sandbox: Sandbox, file: string): Promise<CartridgeCourse> {
  const bytes = await readFile(file).catch((cause: unknown) => {
    throw new DoorError('cartridge', `The course export ${file} cannot be read: ${reasonOf(cause)}.`, { cause })
  })
  const { account, defaultTerm, administrator } = sandbox.people
  const place = { accountId: account.id, termId: defaultTerm.id, userId: administrator.id }
  const { course, migration } = await addCartridgeCourse(sandbox.world, bytes, place).catch((cause: unknown) => {
    if (!(cause instanceof ArchiveError || cause instanceof CartridgeError)) throw cause
    throw new DoorError('cartridge', `The course export ${file} cannot be taken. ${cause.message}`, { cause })
  })
  enrollEverybody(sandbox, course.id)
  const { id, name } = course
  return { course: { id, name, copiedFrom: null }, issues: migration.issues.map(({ description }) => description) }
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EACCES: 'you may not read it',
  EISDIR: 'it is a folder',
  ERR_FS_FILE_TOO_LARGE: 'it is larger than 2 GB',
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return ('code' in error ? reasons[String(error.code)] : undefined) ?? error.message
}
