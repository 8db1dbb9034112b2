import { Text } from '@instructure/ui-text'
import { useState } from 'react'
import { Screen } from '../frame/screen.tsx'
import { libraryWords } from '../words/library-words.ts'
import { type ItemDialog, ItemDialogs } from './item-dialogs.tsx'
import { ItemFilters } from './item-filters.tsx'
import { ItemList } from './item-list.tsx'
import './library.css'
import { LibraryTabs } from './library-tabs.tsx'
import { NewItemButtons } from './new-item-buttons.tsx'
import { type Shelf, useItemSearch } from './use-item-search.ts'
import { useItems } from './use-items.ts'

/** A shelf of the library: found, added to, updated everywhere. */
export function ItemShelf({ shelf }: { readonly shelf: Shelf }) {
  const { wish } = useItemSearch(shelf)
  const asked = useItems(shelf, wish)
  const [dialog, setDialog] = useState<ItemDialog>()
  const title = wish.trash ? libraryWords.trashOf[shelf] : libraryWords[shelf]
  return (
    <Screen title={title} actions={<NewItemButtons shelf={shelf} onOpen={setDialog} />}>
      <LibraryTabs />
      <div className="stack">
        <Text color="secondary">{libraryWords.lead[shelf]}</Text>
        <ItemFilters shelf={shelf} />
        <ItemList shelf={shelf} asked={asked} onOpen={setDialog} />
      </div>
      {dialog && <ItemDialogs dialog={dialog} rows={asked.data?.rows ?? []} onClose={() => setDialog(undefined)} />}
    </Screen>
  )
}
