import type { FileId, FolderId } from '@recourse/core'
import * as z from 'zod/mini'
import { type BlueprintLock, blueprintLock, toBlueprintLock } from './blueprint-lock.ts'
import { fileId, folderId } from './ids.ts'
import { type Instant, instant, or, orNull } from './optional.ts'

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

const usageRights = z.pipe(
  z.object({
    use_justification: z.string(),
    legal_copyright: orNull(z.string()),
    license: orNull(z.string()),
  }),
  z.transform(wire => ({
    useJustification: wire.use_justification,
    legalCopyright: wire.legal_copyright,
    license: wire.license,
  })),
)

const wireFile = z.object({
  id: fileId,
  folder_id: orNull(folderId),
  display_name: z.string(),
  filename: or(z.string(), ''),
  'content-type': or(z.string(), ''),
  url: or(z.string(), ''),
  size: or(z.number(), 0),
  created_at: orNull(instant),
  updated_at: orNull(instant),
  modified_at: orNull(instant),
  unlock_at: orNull(instant),
  lock_at: orNull(instant),
  locked: or(z.boolean(), false),
  hidden: or(z.boolean(), false),
  locked_for_user: or(z.boolean(), false),
  hidden_for_user: or(z.boolean(), false),
  thumbnail_url: orNull(z.string()),
  usage_rights: orNull(usageRights),
  ...blueprintLock,
})

function toFile(wire: z.infer<typeof wireFile>): CanvasFile {
  return {
    id: wire.id,
    folderId: wire.folder_id,
    displayName: wire.display_name,
    filename: wire.filename,
    contentType: wire['content-type'],
    url: wire.url,
    size: wire.size,
    createdAt: wire.created_at,
    updatedAt: wire.updated_at,
    modifiedAt: wire.modified_at,
    unlockAt: wire.unlock_at,
    lockAt: wire.lock_at,
    isLocked: wire.locked,
    isHidden: wire.hidden,
    isLockedForUser: wire.locked_for_user,
    isHiddenForUser: wire.hidden_for_user,
    thumbnailUrl: wire.thumbnail_url,
    usageRights: wire.usage_rights,
    blueprint: toBlueprintLock(wire),
  }
}

export const file: z.ZodMiniType<CanvasFile> = z.pipe(wireFile, z.transform(toFile))

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
