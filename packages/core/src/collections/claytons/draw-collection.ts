import type { Element, ElementContent } from 'hast'
import { createElement } from '../html/html-tree.ts'
import type { Card, CollectionView } from '../view/collections-view.ts'
import {
  bannerOf,
  type Drawing,
  dateBox,
  dateLine,
  descriptionOf,
  div,
  engageOf,
  fyiOf,
  headingOf,
  styles,
  text,
  titleOf,
} from './card-parts.ts'
import { toStatic } from './static-html.ts'

/** A collection as it stands on a page that has nothing but its own styles (collections-1.3 §1.2, *Claytons*). */
export function drawCollection(collection: CollectionView, drawing: Drawing): readonly ElementContent[] {
  const { cards, representation } = collection
  if (cards.length === 0) return []
  switch (representation) {
    case 'GriffithCards':
      return [div('display: flex; flex-wrap: wrap; gap: 16px; margin: 16px 0;', ...cards.map(griffith(drawing)))]
    case 'HorizontalCards':
      return [div('margin: 16px 0;', ...cards.map(horizontal(drawing)))]
    case 'AssessmentTable':
      return [drawTable(cards, assessmentColumns(cards, drawing))]
    case 'CollectionsTable':
      return [drawTable(cards, collectionsColumns(drawing))]
    case 'CollectionOnly':
    case 'unknown':
      return []
    default:
      return representation satisfies never
  }
}

const growing = 'flex: 1 1 240px; max-width: 400px; min-width: 0; overflow: hidden; position: relative;'
const row = 'display: flex; flex-wrap: wrap; gap: 16px; margin: 0 0 16px 0; padding: 16px;'

const griffith = (drawing: Drawing) => (card: Card) => {
  const banner = bannerOf(card.banner, drawing)
  // Without a banner, or with a frame that is not allowed, there is nothing to lie on but the title.
  const place = banner.length === 0 ? 'margin: 8px;' : 'position: absolute; right: 8px; top: 8px;'
  return div(
    `${styles.box} ${growing}`,
    ...banner,
    ...dateBox(card.date, place),
    div('padding: 16px;', ...wordsOf(card, drawing)),
  )
}

const horizontal = (drawing: Drawing) => (card: Card) => {
  const banner = bannerOf(card.banner, drawing)
  return div(
    `${styles.box} ${row}`,
    ...dateBox(card.date, 'align-self: flex-start; flex: 0 0 auto;'),
    ...(banner.length === 0 ? [] : [div('flex: 0 1 240px; min-width: 0;', ...banner)]),
    div('flex: 1 1 240px; min-width: 0;', ...wordsOf(card, drawing)),
  )
}

function wordsOf(card: Card, drawing: Drawing): readonly Element[] {
  return [
    ...headingOf(card),
    createElement('h2', { style: styles.title }, titleOf(card, card.title, drawing)),
    ...fyiOf(card, drawing),
    ...descriptionOf(card, drawing),
    ...engageOf(card, drawing),
  ]
}

interface Column {
  readonly title: string
  readonly cell: (card: Card) => readonly ElementContent[]
}

function assessmentColumns(cards: readonly Card[], drawing: Drawing): readonly Column[] {
  return [
    { title: 'Title', cell: card => [titleOf(card, card.name, drawing)] },
    { title: 'Description', cell: card => [...fyiOf(card, drawing), ...descriptionOf(card, drawing)] },
    ...metadataColumn('Weighting', 'weighting', cards, drawing),
    { title: 'Due Date', cell: card => textCell(card.date?.on === '' ? '' : dateLine(card.date)) },
    ...metadataColumn('Learning Outcomes', 'learning outcomes', cards, drawing),
  ]
}

function collectionsColumns(drawing: Drawing): readonly Column[] {
  return [
    { title: 'Module', cell: card => textCell(card.heading) },
    { title: 'Title', cell: card => [titleOf(card, card.title, drawing)] },
    { title: 'Description', cell: card => [...fyiOf(card, drawing), ...descriptionOf(card, drawing)] },
  ]
}

function metadataColumn(title: string, key: string, cards: readonly Card[], drawing: Drawing): readonly Column[] {
  const htmlOf = ({ metadata }: Card): string => (Object.hasOwn(metadata, key) ? (metadata[key] ?? '') : '')
  return cards.some(card => htmlOf(card) !== '') ? [{ title, cell: card => toStatic(htmlOf(card), drawing) }] : []
}

function textCell(words: string): readonly ElementContent[] {
  return words === '' ? [] : [text(words)]
}

/** Wider than a phone it may be; then it is the table that scrolls, not the page. */
function drawTable(cards: readonly Card[], columns: readonly Column[]): Element {
  const heads = columns.map(({ title }) => createElement('th', { style: styles.headCell, scope: 'col' }, text(title)))
  const rows = cards.map(card =>
    createElement('tr', {}, ...columns.map(({ cell }) => createElement('td', { style: styles.cell }, ...cell(card)))),
  )
  const head = createElement('thead', {}, createElement('tr', {}, ...heads))
  const table = createElement('table', { style: styles.table }, head, createElement('tbody', {}, ...rows))
  return div('margin: 16px 0; overflow-x: auto;', table)
}
