import { Extension } from '@tiptap/core'
import { Plugin, PluginKey, type Transaction } from '@tiptap/pm/state'

/** Of a change that no person made: what was read, or is put back. */
export const OURS = 'not-a-person'

interface Guard {
  /** Whether a change may go through now. */
  readonly isOpen: () => boolean
  /** Told of one that may not, so that it can be made once it is agreed to. */
  readonly onHeld: (change: Transaction) => void
}

/** Holds changes back until somebody has agreed that they show in other courses too. */
export const ChangeGuard = Extension.create<{ readonly guard: Guard | undefined }>({
  name: 'changeGuard',
  addOptions: () => ({ guard: undefined }),
  addProseMirrorPlugins() {
    const { guard } = this.options
    return [
      new Plugin({
        key: new PluginKey('changeGuard'),
        filterTransaction: change => {
          if (guard === undefined || !change.docChanged || change.getMeta(OURS) === true || guard.isOpen()) return true
          guard.onHeld(change)
          return false
        },
      }),
    ]
  },
})
