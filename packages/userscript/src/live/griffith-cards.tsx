import type { Card } from '@recourse/core'
import type { JSX } from 'preact'
import { Banner } from './card-banner.tsx'
import { DateBox } from './card-date.tsx'
import { CardTitle, Engage, WholeCard } from './card-link.tsx'
import { CardList } from './card-list.tsx'
import { Completion, Lock, StaffMarks } from './marks.tsx'
import { StoredHtml } from './stored-html.tsx'

interface CardsProps {
  readonly cards: readonly Card[]
}

export function GriffithCards({ cards }: CardsProps): JSX.Element {
  return (
    <CardList class="griffith" cards={cards}>
      {card => <GriffithCard key={card.moduleId} card={card} />}
    </CardList>
  )
}

function GriffithCard({ card }: { readonly card: Card }): JSX.Element {
  const hasFoot = card.engage !== null || card.completion !== null
  return (
    <WholeCard card={card} class="card">
      <div class="card-top">
        <Banner card={card} />
        <StaffMarks card={card} />
        <DateBox date={card.date} />
        {card.fyi !== null && <StoredHtml class="fyi" html={card.fyi.html} />}
      </div>
      <div class="card-body">
        {card.heading !== '' && <p class="heading">{card.heading}</p>}
        <h2>
          <CardTitle card={card} title={card.title} />
        </h2>
        <Lock lock={card.lock} />
        {card.description !== '' && <StoredHtml html={card.description} />}
      </div>
      {hasFoot && (
        <div class="card-foot">
          <Engage card={card} />
          <Completion completion={card.completion} />
        </div>
      )}
    </WholeCard>
  )
}
