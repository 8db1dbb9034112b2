import type { Card, CollectionView } from '@recourse/core'
import type { JSX } from 'preact'
import { CardTitle } from './card-link.tsx'
import { CardTable } from './card-table.tsx'
import { useLiveUi } from './live-ui.ts'
import { Completion, Lock, StaffMarks } from './marks.tsx'
import { StoredHtml } from './stored-html.tsx'

/** All collections at a glance, one table for each. */
export function CollectionsTable({ cards }: CollectionView): JSX.Element {
  const { live } = useLiveUi().texts
  const names = [...new Set(cards.map(({ collection }) => collection))]
  return (
    <>
      {names.map(name => (
        <section key={name} class="group">
          <h2>{name ?? live.noCollection}</h2>
          <CardTable
            label={name ?? live.noCollection}
            columns={[
              { title: live.table.module, cell: ({ heading }) => heading },
              { title: live.table.title, cell: card => <TitleCell card={card} /> },
              { title: live.table.description, cell: ({ description }) => <StoredHtml html={description} /> },
            ]}
            rows={cards.filter(({ collection }) => collection === name)}
            rowKey={({ moduleId }) => moduleId}
          />
        </section>
      ))}
    </>
  )
}

function TitleCell({ card }: { readonly card: Card }): JSX.Element {
  return (
    <>
      <div class="with-ring">
        <CardTitle card={card} title={card.title} />
        <Completion completion={card.completion} />
      </div>
      <StaffMarks card={card} />
      <Lock lock={card.lock} />
    </>
  )
}
