import type { Card, CardLock, RequirementCount } from '@recourse/core'
import type { JSX } from 'preact'
import { type LiveUi, useLiveUi } from './live-ui.ts'

/** What staff alone are told of a card. */
export function StaffMarks({ card }: { readonly card: Card }): JSX.Element | null {
  const { isStaff, texts } = useLiveUi()
  if (!isStaff) return null
  const marks = [
    !card.isPublished && texts.live.unpublished,
    card.isUnallocated && texts.live.noCollection,
    card.fyi?.html.trim() === '' && texts.live.noFyi,
  ].filter(mark => mark !== false)
  if (marks.length === 0) return null
  return (
    <p class="marks">
      {marks.map(mark => (
        <span key={mark} class="mark">
          {mark}
        </span>
      ))}
    </p>
  )
}

export function Lock({ lock }: { readonly lock: CardLock | null }): JSX.Element | null {
  const ui = useLiveUi()
  if (lock === null) return null
  return (
    <p class="lock">
      <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
        <path d="M6 10V7a6 6 0 0 1 12 0v3h2v12H4V10zm2.5 0h7V7a3.5 3.5 0 0 0-7 0z" fill-rule="evenodd" />
      </svg>
      {lockWords(lock, ui)}
    </p>
  )
}

function lockWords(lock: CardLock, { texts, format }: LiveUi): string {
  switch (lock.kind) {
    case 'until':
      return texts.live.lockedUntil(format.instant(lock.at))
    case 'prerequisites':
      return lock.names.length === 0 ? texts.live.locked : texts.live.opensAfter(lock.names)
    case 'locked':
      return texts.live.locked
    default:
      return lock satisfies never
  }
}

interface CompletionProps {
  readonly completion: RequirementCount | null
}

const RADIUS = 15.9155

/** A ring that fills, with its numbers inside; in words for who hears it. */
export function Completion({ completion }: CompletionProps): JSX.Element | null {
  const { live } = useLiveUi().texts
  if (completion === null || completion.required === 0) return null
  const { completed, required } = completion
  const label = live.progress(completed, required)
  // The circumference is 100, so that per cent are its length.
  const done = (100 * completed) / required
  return (
    <span class={done >= 100 ? 'ring ring-done' : 'ring'} role="img" aria-label={label} title={label}>
      <svg viewBox="0 0 36 36" aria-hidden="true" focusable="false">
        <circle class="ring-track" cx="18" cy="18" r={RADIUS} />
        <circle class="ring-value" cx="18" cy="18" r={RADIUS} stroke-dasharray={`${done} 100`} />
      </svg>
      <span class="ring-text" aria-hidden="true">
        {live.short(completed, required)}
      </span>
    </span>
  )
}
