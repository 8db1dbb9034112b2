import type { FolderId } from '@recourse/core'
import * as z from 'zod/mini'
import { folderId } from './ids.ts'
import { type Instant, instant, or, orNull } from './optional.ts'

export interface Folder {
  readonly id: FolderId
  readonly name: string
  /** With the root's own name before it: `course files/images/week 1`. */
  readonly fullName: string
  /** `null` for the root. */
  readonly parentFolderId: FolderId | null
  readonly lockAt: Instant | null
  readonly unlockAt: Instant | null
  readonly isLocked: boolean
  readonly isHidden: boolean
  readonly isLockedForUser: boolean
  readonly isHiddenForUser: boolean
  readonly filesCount: number
  readonly foldersCount: number
}

const wireFolder = z.object({
  id: folderId,
  name: z.string(),
  full_name: z.string(),
  parent_folder_id: orNull(folderId),
  lock_at: orNull(instant),
  unlock_at: orNull(instant),
  locked: or(z.boolean(), false),
  hidden: or(z.boolean(), false),
  locked_for_user: or(z.boolean(), false),
  hidden_for_user: or(z.boolean(), false),
  files_count: or(z.int(), 0),
  folders_count: or(z.int(), 0),
})

export const folder: z.ZodMiniType<Folder> = z.pipe(
  wireFolder,
  z.transform(wire => ({
    id: wire.id,
    name: wire.name,
    fullName: wire.full_name,
    parentFolderId: wire.parent_folder_id,
    lockAt: wire.lock_at,
    unlockAt: wire.unlock_at,
    isLocked: wire.locked,
    isHidden: wire.hidden,
    isLockedForUser: wire.locked_for_user,
    isHiddenForUser: wire.hidden_for_user,
    filesCount: wire.files_count,
    foldersCount: wire.folders_count,
  })),
)

/** A new folder: below another one, below a path from the root (made where missing), or in the root. */
export interface NewFolder {
  readonly name: string
  readonly parent?: { readonly id: FolderId } | { readonly path: string }
  readonly isLocked?: boolean
  readonly isHidden?: boolean
}

export function folderBody(input: NewFolder): unknown {
  return {
    name: input.name,
    locked: input.isLocked,
    hidden: input.isHidden,
    ...parentBody(input.parent),
  }
}

export function parentBody(parent: NewFolder['parent']): object {
  if (parent === undefined) return {}
  return 'id' in parent ? { parent_folder_id: parent.id } : { parent_folder_path: parent.path }
}
