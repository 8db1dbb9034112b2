import type { Card, CollectionView } from '@recourse/core'
import type { ComponentChildren, JSX } from 'preact'
import { DateLine } from './card-date.tsx'
import { CardTitle } from './card-link.tsx'
import { CardTable, type Column } from './card-table.tsx'
import { useLiveUi } from './live-ui.ts'
import { Completion, Lock, StaffMarks } from './marks.tsx'
import { StoredHtml } from './stored-html.tsx'

export function AssessmentTable({ name, cards }: CollectionView): JSX.Element {
  const { table } = useLiveUi().texts.live
  const columns: readonly (Column<Card> | false)[] = [
    { title: table.title, cell: card => <CardTitle card={card} title={card.name} /> },
    { title: table.description, cell: card => <Description card={card} /> },
    has(cards, 'weighting') && { title: table.weighting, cell: card => <Metadata card={card} name="weighting" /> },
    { title: table.due, cell: card => <DateLine date={card.date} /> },
    has(cards, 'learning outcomes') && {
      title: table.outcomes,
      cell: card => <Metadata card={card} name="learning outcomes" />,
    },
    cards.some(({ completion }) => completion !== null) && {
      title: table.progress,
      cell: ({ completion }) => <Completion completion={completion} />,
    },
  ]
  const shown = columns.filter(column => column !== false)
  return <CardTable label={name} columns={shown} rows={cards} rowKey={({ moduleId }) => moduleId} />
}

function Description({ card }: { readonly card: Card }): JSX.Element {
  return (
    <>
      <StaffMarks card={card} />
      <Lock lock={card.lock} />
      {card.fyi !== null && <StoredHtml class="fyi" html={card.fyi.html} />}
      {card.description !== '' && <StoredHtml html={card.description} />}
    </>
  )
}

interface MetadataProps {
  readonly card: Card
  readonly name: string
}

/** Staff see that something is missing, as the name in braces. */
function Metadata({ card, name }: MetadataProps): ComponentChildren {
  const { isStaff } = useLiveUi()
  const html = metadataOf(card, name)
  if (html !== '') return <StoredHtml html={html} />
  return isStaff ? <span class="quiet">{`{${name}}`}</span> : null
}

function has(cards: readonly Card[], name: string): boolean {
  return cards.some(card => metadataOf(card, name) !== '')
}

function metadataOf({ metadata }: Card, name: string): string {
  return Object.hasOwn(metadata, name) ? (metadata[name] ?? '') : ''
}
