import type { FolderId } from '@recourse/core'
import { folderId } from './ids.ts'
import { type Instant, instant } from './instant.ts'
import { boolean, int, named, object, or, orNull, type Shape, string } from './shape.ts'

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

export const folder: Shape<Folder> = object({
  id: folderId,
  name: string,
  fullName: string,
  parentFolderId: orNull(folderId),
  lockAt: orNull(instant),
  unlockAt: orNull(instant),
  isLocked: named('locked', or(boolean, false)),
  isHidden: named('hidden', or(boolean, false)),
  isLockedForUser: named('locked_for_user', or(boolean, false)),
  isHiddenForUser: named('hidden_for_user', or(boolean, false)),
  filesCount: or(int, 0),
  foldersCount: or(int, 0),
})

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
