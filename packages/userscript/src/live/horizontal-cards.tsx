import type { Card } from '@recourse/core'
import type { JSX } from 'preact'
import { Banner } from './card-banner.tsx'
import { DateBox } from './card-date.tsx'
import { CardTitle, Engage } from './card-link.tsx'
import { CardList } from './card-list.tsx'
import { Completion, Lock, StaffMarks } from './marks.tsx'
import { StoredHtml } from './stored-html.tsx'

export function HorizontalCards({ cards }: { readonly cards: readonly Card[] }): JSX.Element {
  return (
    <CardList class="rows" cards={cards}>
      {card => <HorizontalCard key={card.moduleId} card={card} />}
    </CardList>
  )
}

function HorizontalCard({ card }: { readonly card: Card }): JSX.Element {
  return (
    <li class="row">
      <DateBox date={card.date} />
      <div class="row-body">
        {card.heading !== '' && <p class="heading">{card.heading}</p>}
        <h2>
          <CardTitle card={card} title={card.title} />
        </h2>
        <StaffMarks card={card} />
        <Lock lock={card.lock} />
        {card.fyi !== null && <StoredHtml class="fyi" html={card.fyi.html} />}
        {card.description !== '' && <StoredHtml html={card.description} />}
        <div class="row-foot">
          <Engage card={card} />
          <Completion completion={card.completion} />
        </div>
      </div>
      {card.banner.kind !== 'none' && <Banner card={card} />}
    </li>
  )
}
