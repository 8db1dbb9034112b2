import type { ComponentChildren, JSX } from 'preact'
import { Icon } from './icon.tsx'

interface NoticeProps {
  readonly tone: 'good' | 'caution' | 'bad'
  /** Spoken when it appears. */
  readonly isNews?: boolean
  readonly children: ComponentChildren
}

export function Notice({ tone, isNews = false, children }: NoticeProps): JSX.Element {
  return (
    <div class={`notice notice-${tone}`} role={isNews ? (tone === 'bad' ? 'alert' : 'status') : undefined}>
      <span class="notice-mark">
        <Icon name={tone} />
      </span>
      <div class="notice-body">{children}</div>
    </div>
  )
}
