import { createContext } from 'preact'
import { useContext, useEffect, useState } from 'preact/hooks'
import type { ImportSession } from '../import/import-session.ts'
import type { Store } from '../import/store.ts'
import type { Language } from '../texts/pick-texts.ts'

/** What every part of the dialog is given. */
export interface Ui extends Language {
  readonly session: ImportSession
  /** Origin of this Canvas. */
  readonly origin: string
  readonly courseUrl: string
  /** Canvas Collections 1.3 draws on this page: after an import it has to start again. */
  readonly isDrawnByOlder: () => boolean
  readonly describeError: (error: unknown) => string
  readonly reloadPage: () => void
}

export const UiContext = createContext<Ui | null>(null)

export function useUi(): Ui {
  const ui = useContext(UiContext)
  if (ui === null) throw new Error('Outside of the dialog.')
  return ui
}

export function useStore<Value>(store: Pick<Store<Value>, 'get' | 'subscribe'>): Value {
  const [value, setValue] = useState(store.get)
  useEffect(() => {
    const update = (): void => setValue(() => store.get())
    update()
    return store.subscribe(update)
  }, [store])
  return value
}

export type Task<Value> =
  | { readonly kind: 'idle' }
  | { readonly kind: 'running' }
  | { readonly kind: 'done'; readonly value: Value }
  | { readonly kind: 'failed'; readonly error: unknown }

/** Something that takes a while: runs on call, and once at a time. */
export function useTask<Value>(): readonly [Task<Value>, (work: () => Promise<Value>) => void] {
  const [task, setTask] = useState<Task<Value>>({ kind: 'idle' })
  const run = (work: () => Promise<Value>): void => {
    if (task.kind === 'running') return
    setTask({ kind: 'running' })
    work().then(
      value => setTask({ kind: 'done', value }),
      (error: unknown) => setTask({ kind: 'failed', error }),
    )
  }
  return [task, run]
}
