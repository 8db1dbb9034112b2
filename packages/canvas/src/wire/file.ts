import type { FileId, FolderId } from '@recourse/core'
import { type BlueprintLock, blueprintLock } from './blueprint-lock.ts'
import { fileId, folderId } from './ids.ts'
import { type Instant, instant } from './instant.ts'
import { beside, boolean, named, number, object, or, orNull, type Shape, string } from './shape.ts'

export interface UsageRights {
  readonly useJustification: string
  readonly legalCopyright: string | null
  readonly license: string | null
}

export interface CanvasFile {
  readonly id: FileId
  readonly folderId: FolderId | null
  /** What people see; `filename` is the URL-encoded form of the name at upload. */
  readonly displayName: string
  readonly filename: string
  readonly contentType: string
  /** Download address; holds a per-person `verifier`: use it, never store it. `''` where downloading is not allowed. */
  readonly url: string
  readonly size: number
  readonly createdAt: Instant | null
  readonly updatedAt: Instant | null
  readonly modifiedAt: Instant | null
  readonly unlockAt: Instant | null
  readonly lockAt: Instant | null
  readonly isLocked: boolean
  readonly isHidden: boolean
  readonly isLockedForUser: boolean
  readonly isHiddenForUser: boolean
  readonly thumbnailUrl: string | null
  /** `null` unless asked for (`include: ['usage_rights']`), or where none are set. */
  readonly usageRights: UsageRights | null
  readonly blueprint: BlueprintLock | null
}

const usageRights: Shape<UsageRights> = object({
  useJustification: string,
  legalCopyright: orNull(string),
  license: orNull(string),
})

export const file: Shape<CanvasFile> = object({
  id: fileId,
  folderId: orNull(folderId),
  displayName: string,
  filename: or(string, ''),
  contentType: named('content-type', or(string, '')),
  url: or(string, ''),
  size: or(number, 0),
  createdAt: orNull(instant),
  updatedAt: orNull(instant),
  modifiedAt: orNull(instant),
  unlockAt: orNull(instant),
  lockAt: orNull(instant),
  isLocked: named('locked', or(boolean, false)),
  isHidden: named('hidden', or(boolean, false)),
  isLockedForUser: named('locked_for_user', or(boolean, false)),
  isHiddenForUser: named('hidden_for_user', or(boolean, false)),
  thumbnailUrl: orNull(string),
  usageRights: orNull(usageRights),
  blueprint: beside(blueprintLock),
})

/** What to do about a file of the same name in the folder: `overwrite` makes a new id and lets the old one resolve to it. */
export type OnDuplicate = 'overwrite' | 'rename'

/** What can be set on a file. */
export interface FileInput {
  readonly name?: string
  readonly folderId?: FolderId
  readonly onDuplicate?: OnDuplicate
  readonly isLocked?: boolean
  readonly isHidden?: boolean
  readonly lockAt?: Instant | null
  readonly unlockAt?: Instant | null
}

export function fileBody(input: FileInput): unknown {
  return {
    name: input.name,
    parent_folder_id: input.folderId,
    on_duplicate: input.onDuplicate,
    locked: input.isLocked,
    hidden: input.isHidden,
    lock_at: input.lockAt,
    unlock_at: input.unlockAt,
  }
}
