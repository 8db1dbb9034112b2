import { Heading } from '@instructure/ui-heading'
import { useRouterState } from '@tanstack/react-router'
import { type ReactNode, useEffect, useRef } from 'react'
import { frameWords } from '../words/frame-words.ts'

interface ScreenProps {
  readonly title: string
  /** Above the title: the way back. */
  readonly before?: ReactNode
  /** Buttons beside the title. */
  readonly actions?: ReactNode
  readonly children: ReactNode
}

/** One screen: its title in the window and at its head, where the focus goes when a person comes from another screen. */
export function Screen({ title, before, actions, children }: ScreenProps) {
  const heading = useTitle(title)
  return (
    <div className="screen">
      {before}
      <div className="screen-head">
        <Heading
          level="h1"
          variant="titlePageDesktop"
          tabIndex={-1}
          elementRef={element => (heading.current = element)}
        >
          <span className="name">{title}</span>
        </Heading>
        {actions && <div className="screen-actions">{actions}</div>}
      </div>
      {children}
    </div>
  )
}

function useTitle(title: string) {
  const heading = useRef<Element | null>(null)
  const isFirst = useRouterState({ select: state => state.resolvedLocation === undefined })
  useEffect(() => {
    document.title = frameWords.title(title)
  }, [title])
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the screen comes.
  useEffect(() => {
    if (!isFirst && heading.current instanceof HTMLElement) heading.current.focus({ preventScroll: true })
  }, [])
  return heading
}
