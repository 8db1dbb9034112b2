import { type KeyboardEvent, type ReactNode, useRef } from 'react'
import './toolbar.css'

interface ToolbarProps {
  readonly label: string
  readonly children: ReactNode
  /** Back to what it is about. */
  readonly onLeave: () => void
}

/** Buttons of which Tab reaches one and the arrows the others (WAI-ARIA, *Toolbar Pattern*). */
export function Toolbar({ label, children, onLeave }: ToolbarProps) {
  const bar = useRef<HTMLDivElement>(null)
  const goByKey = (event: KeyboardEvent) => {
    if (event.key === 'Escape') return onLeave()
    const to = findNext(bar.current, event.key)
    if (to === undefined) return
    event.preventDefault()
    enter(bar.current, to)
    to.focus()
  }
  return (
    <div
      ref={element => {
        bar.current = element
        if (element !== null && element.querySelector('[tabindex="0"]') === null)
          enter(element, listButtons(element)[0])
      }}
      role="toolbar"
      aria-label={label}
      className="toolbar"
      tabIndex={-1}
      onKeyDown={goByKey}
      onFocus={({ target }) => target instanceof HTMLElement && target !== bar.current && enter(bar.current, target)}
    >
      {children}
    </div>
  )
}

function listButtons(bar: HTMLElement | null): readonly HTMLElement[] {
  return Array.from(bar?.querySelectorAll<HTMLElement>('button') ?? [])
}

function enter(bar: HTMLElement | null, button: HTMLElement | undefined): void {
  for (const each of listButtons(bar)) each.tabIndex = each === button ? 0 : -1
}

function findNext(bar: HTMLElement | null, key: string): HTMLElement | undefined {
  const buttons = listButtons(bar)
  const at = buttons.findIndex(each => each.matches(':focus'))
  if (key === 'Home') return buttons[0]
  if (key === 'End') return buttons.at(-1)
  if (key === 'ArrowRight') return buttons[(at + 1) % buttons.length]
  return key === 'ArrowLeft' ? buttons.at(at - 1) : undefined
}

interface ToolProps {
  readonly label: string
  readonly keys?: string
  /** Left out: a press does something once, there is no on and off. */
  readonly isOn?: boolean
  readonly isEnabled?: boolean
  readonly onPress: () => void
  readonly children: ReactNode
}

/** One button of a toolbar. It can be reached when it is of no use, so that it is known to be there. */
export function Tool({ label, keys, isOn, isEnabled = true, onPress, children }: ToolProps) {
  return (
    <button
      type="button"
      className="tool"
      tabIndex={-1}
      aria-label={label}
      title={keys === undefined ? label : `${label} (${keys})`}
      aria-pressed={isOn}
      aria-disabled={!isEnabled}
      onMouseDown={event => event.preventDefault()}
      onClick={() => isEnabled && onPress()}
    >
      {children}
    </button>
  )
}
