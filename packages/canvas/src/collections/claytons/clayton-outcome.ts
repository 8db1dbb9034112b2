import type { PageId } from '@recourse/core'

/** What became of one page. */
export interface ClaytonOutcome {
  readonly title: string
  /** `null` for a page that was not made. */
  readonly pageId: PageId | null
  readonly result: ClaytonResult
  /** A sentence for a person. */
  readonly text: string
  /** How to take it back; `null` where nothing was written. */
  readonly undo: ClaytonUndo | null
}

export type ClaytonResult =
  | 'written'
  | 'unchanged'
  /** Changed by hand, and kept. */
  | 'edited'
  | 'blocked'
  /** Somebody saved it after it was read, and nothing of ours is on it. */
  | 'changed-meanwhile'
  /** Somebody saved it at the same moment: both versions are in its history. */
  | 'conflict'
  | 'denied'
  | 'failed'
  /** Called off before, or Canvas was lost: run again. */
  | 'not-reached'

export interface ClaytonUndo {
  readonly pageId: PageId
  /** What we wrote: taken back as long as it is the latest. */
  readonly revisionId: number
  /** What is brought back; `null` for a page that we made, which is deleted. */
  readonly previousRevisionId: number | null
  readonly wasPublished: boolean
}

export interface ClaytonsOutcome {
  /** In the order they were written: the home page first. */
  readonly pages: readonly ClaytonOutcome[]
  /** Called off: by its signal, or stopped. */
  readonly isCancelled: boolean
}
