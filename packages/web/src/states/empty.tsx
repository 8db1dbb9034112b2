import { Heading } from '@instructure/ui-heading'
import { Text } from '@instructure/ui-text'
import type { ReactNode } from 'react'
import './empty.css'

interface EmptyProps {
  readonly icon: ReactNode
  readonly title: string
  readonly text: string
  /** What to do about it. */
  readonly children?: ReactNode
}

/** Nothing is here yet: why, and what to do. */
export function Empty({ icon, title, text, children }: EmptyProps) {
  return (
    <div className="empty">
      <span className="empty-icon" aria-hidden="true">
        {icon}
      </span>
      <Heading level="h2" variant="titleSection">
        {title}
      </Heading>
      <Text as="p" color="secondary">
        {text}
      </Text>
      {children && <div className="row empty-actions">{children}</div>}
    </div>
  )
}
