import { Alert } from '@instructure/ui-alerts'
import { libraryWords } from '../words/library-words.ts'
import { ItemContent } from './item-content.tsx'
import type { KnownItem } from './use-items.ts'

/** What somebody else has made of it meanwhile: nothing is written over it unseen. */
export function StaleItem({ item }: { readonly item: KnownItem }) {
  return (
    <Alert variant="warning" hasShadow={false} margin="0">
      <div role="alert" className="stack-tight">
        <span>{libraryWords.staleText}</span>
        <b className="name">{item.name}</b>
        <ItemContent item={item} />
      </div>
    </Alert>
  )
}
