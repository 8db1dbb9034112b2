import type { CollectionView } from '@recourse/core'
import type { JSX } from 'preact'
import { AssessmentTable } from './assessment-table.tsx'
import { tabId } from './collection-tabs.tsx'
import { CollectionsTable } from './collections-table.tsx'
import { GriffithCards } from './griffith-cards.tsx'
import { HorizontalCards } from './horizontal-cards.tsx'
import type { IncludedPage } from './live-facts.ts'
import { useLiveUi } from './live-ui.ts'
import { StoredHtml } from './stored-html.tsx'

interface CollectionPanelProps {
  readonly collection: CollectionView
  readonly included: IncludedPage | null
}

/** What a collection shows above its modules in Canvas's list. */
export function CollectionPanel({ collection, included }: CollectionPanelProps): JSX.Element {
  const isAfter = collection.includePage?.isAfter === true
  const page = included === null ? null : <Included page={included} />
  return (
    <div role="tabpanel" id="panel" aria-labelledby={tabId(collection.index)} key={collection.index}>
      {!isAfter && page}
      <Representation collection={collection} />
      {isAfter && page}
    </div>
  )
}

function Representation({ collection }: { readonly collection: CollectionView }): JSX.Element | null {
  const { texts, isStaff } = useLiveUi()
  const { representation, representationName, cards, name } = collection
  const note = (words: string): JSX.Element | null => (isStaff ? <p class="note">{words}</p> : null)
  if (representation === 'unknown') return note(texts.live.unknown(representationName))
  if (representation === 'CollectionOnly') return note(texts.live.collectionOnly)
  if (cards.length === 0) return note(texts.live.empty(name))
  switch (representation) {
    case 'GriffithCards':
      return <GriffithCards cards={cards} />
    case 'HorizontalCards':
      return <HorizontalCards cards={cards} />
    case 'AssessmentTable':
      return <AssessmentTable {...collection} />
    case 'CollectionsTable':
      return <CollectionsTable {...collection} />
    default:
      return representation satisfies never
  }
}

function Included({ page }: { readonly page: IncludedPage }): JSX.Element | null {
  const { texts, isStaff, courseUrl } = useLiveUi()
  if (page.kind === 'page')
    return (
      <div class="included">
        <StoredHtml html={page.html} />
        {isStaff && (
          <a class="included-link" href={`${courseUrl}/pages/${encodeURIComponent(page.slug)}`}>
            {texts.live.editPage}: {page.title}
          </a>
        )}
      </div>
    )
  if (!isStaff) return null
  return (
    <p class="note">
      {texts.live.noPage(page.title)} <a href={`${courseUrl}/pages`}>{texts.live.pages}</a>
    </p>
  )
}
