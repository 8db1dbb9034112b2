import type { Card } from '@recourse/core'
import { Component, type JSX } from 'preact'
import { useEffect, useMemo, useState } from 'preact/hooks'

interface CardListProps {
  readonly class: string
  readonly cards: readonly Card[]
  readonly children: (card: Card) => JSX.Element
}

const AT_ONCE = 40

/** As many cards as there are, a screenful or two at once and the others by and by: the page never stops answering. */
export function CardList({ class: name, cards, children }: CardListProps): JSX.Element {
  const parts = useMemo(() => toParts(cards), [cards])
  const [shown, setShown] = useState(1)
  useEffect(() => {
    if (shown >= parts.length) return undefined
    const timer = setTimeout(() => setShown(shown + 1), 30)
    return () => clearTimeout(timer)
  }, [shown, parts.length])
  return (
    <ul class={name}>
      {parts.slice(0, shown).map((part, at) => (
        <Part key={String(at)} cards={part} draw={children} />
      ))}
    </ul>
  )
}

function toParts(cards: readonly Card[]): readonly (readonly Card[])[] {
  return Array.from({ length: Math.ceil(cards.length / AT_ONCE) }, (_, at) =>
    cards.slice(at * AT_ONCE, (at + 1) * AT_ONCE),
  )
}

interface PartProps {
  readonly cards: readonly Card[]
  readonly draw: (card: Card) => JSX.Element
}

/** Drawn once, not again with each that follows. */
class Part extends Component<PartProps> {
  override shouldComponentUpdate({ cards }: PartProps): boolean {
    return cards !== this.props.cards
  }

  override render({ cards, draw }: PartProps): readonly JSX.Element[] {
    return cards.map(draw)
  }
}
