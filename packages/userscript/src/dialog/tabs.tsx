import type { ComponentChildren, JSX } from 'preact'
import { useRef } from 'preact/hooks'
import { useKeptFocus } from './kept-focus.ts'
import { nextIndex } from './next-index.ts'

export interface Tab<Id extends string> {
  readonly id: Id
  readonly label: string
  /** How many things in it want a look; 0 shows none. */
  readonly open: number
  /** The number in words, for those who hear it. */
  readonly openLabel: string
}

interface TabsProps<Id extends string> {
  readonly label: string
  readonly tabs: readonly Tab<Id>[]
  readonly chosen: Id
  readonly onChoose: (id: Id) => void
  readonly children: ComponentChildren
}

/** Tabs as the ARIA practices have them: one stop for Tab, arrows move among them. */
export function Tabs<Id extends string>({ label, tabs, chosen, onChoose, children }: TabsProps<Id>): JSX.Element {
  const list = useRef<HTMLDivElement>(null)
  const panel = useRef<HTMLDivElement>(null)
  useKeptFocus(panel)
  const onKeyDown = (event: KeyboardEvent): void => {
    const at = tabs.findIndex(({ id }) => id === chosen)
    const to = tabs[nextIndex(event.key, at, tabs.length, isRightToLeft(list.current))]
    if (to === undefined) return
    event.preventDefault()
    onChoose(to.id)
    list.current?.querySelector<HTMLElement>(`#recourse-tab-${to.id}`)?.focus()
  }
  return (
    <>
      <div class="tabs" role="tablist" aria-label={label} ref={list} onKeyDown={onKeyDown}>
        {tabs.map(tab => (
          <TabButton key={tab.id} tab={tab} isChosen={tab.id === chosen} onChoose={onChoose} />
        ))}
      </div>
      <div
        class="dialog-body"
        role="tabpanel"
        id="recourse-panel"
        aria-labelledby={`recourse-tab-${chosen}`}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a panel that scrolls must take the focus (WCAG 2.1.1).
        tabIndex={0}
        key={chosen}
        ref={panel}
      >
        {children}
      </div>
    </>
  )
}

interface TabButtonProps<Id extends string> {
  readonly tab: Tab<Id>
  readonly isChosen: boolean
  readonly onChoose: (id: Id) => void
}

function TabButton<Id extends string>({ tab, isChosen, onChoose }: TabButtonProps<Id>): JSX.Element {
  const { id, label, open, openLabel } = tab
  return (
    <button
      type="button"
      class="tab"
      role="tab"
      id={`recourse-tab-${id}`}
      aria-selected={isChosen}
      aria-controls="recourse-panel"
      tabIndex={isChosen ? 0 : -1}
      onClick={() => onChoose(id)}
    >
      {label}
      {open > 0 && (
        <span class="badge">
          <span aria-hidden="true">{open}</span>
          <span class="spoken">{openLabel}</span>
        </span>
      )}
    </button>
  )
}

function isRightToLeft(element: Element | null): boolean {
  return element !== null && getComputedStyle(element).direction === 'rtl'
}
