import type { Card } from '@recourse/core'
import type { ComponentChildren, JSX } from 'preact'
import { useRef } from 'preact/hooks'
import { moduleUrl, useLiveUi } from './live-ui.ts'

/** The name of a card: the way into its module, or only a name where the card leads nowhere. */
export function CardTitle({ card, title }: { readonly card: Card; readonly title: string }): JSX.Element {
  const ui = useLiveUi()
  const { moduleId, fyi } = card
  return fyi === null ? (
    <a class="title" href={moduleUrl(ui, moduleId)} data-module={moduleId}>
      {title}
    </a>
  ) : (
    <span class="title">{title}</span>
  )
}

/** A second way to the same place, for the pointer: the title is the one stop of the Tab key. */
export function Engage({ card }: { readonly card: Card }): JSX.Element | null {
  const ui = useLiveUi()
  if (card.engage === null || card.fyi !== null) return null
  return (
    <a class="engage" href={moduleUrl(ui, card.moduleId)} tabIndex={-1} aria-label={`${card.engage}: ${card.title}`}>
      {card.engage}
    </a>
  )
}

interface WholeCardProps {
  readonly card: Card
  readonly class: string
  readonly children: ComponentChildren
}

/** A card that is clicked as a whole leads where its title leads; links inside and marked text keep their clicks. */
export function WholeCard({ card, class: name, children }: WholeCardProps): JSX.Element {
  const place = useRef<HTMLLIElement>(null)
  const follow = (event: MouseEvent): void => {
    if (card.fyi !== null || isOwnClick(event) || isMarking(place.current)) return
    const { ctrlKey, metaKey, shiftKey } = event
    const link = place.current?.querySelector('a.title')
    link?.dispatchEvent(new MouseEvent('click', { ctrlKey, metaKey, shiftKey, bubbles: false, cancelable: true }))
  }
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: keys have the link inside, which this only makes larger.
    <li class={`${name}${card.fyi === null ? ' leads' : ''}`} ref={place} onClick={follow}>
      {children}
    </li>
  )
}

function isOwnClick({ target }: MouseEvent): boolean {
  return target instanceof Element && target.closest('a, button, summary, input, video, audio, iframe') !== null
}

/** Somebody has just marked text to copy it. */
function isMarking(element: Element | null): boolean {
  const selection = element?.ownerDocument.getSelection()
  return selection?.type === 'Range' && selection.toString() !== ''
}
