/** One thing that was done, said where it does not stand in the way. */
export interface Toast {
  readonly id: number
  readonly text: string
  readonly tone: 'done' | 'failed'
  /** The change that Undo takes back. */
  readonly changeId?: string
  /** What one may want to do next. */
  readonly next?: { readonly label: string; readonly onPress: () => void }
  /** Told after Undo, besides that everything is read again. */
  readonly onUndone?: () => void
}

export type NewToast = Omit<Toast, 'id'>
