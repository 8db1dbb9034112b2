import { Text } from '@instructure/ui-text'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../api/api.ts'
import { read } from '../api/read.ts'
import { SearchField } from '../lists/search-field.tsx'
import { libraryWords } from '../words/library-words.ts'
import { ChoiceList } from './choice-list.tsx'
import { PageChoice } from './page-choice.tsx'
import type { Item } from './use-items.ts'

interface ReplaceFieldsProps {
  readonly item: Item
  readonly byId: string | undefined
  readonly onReplaceBy: (itemId: string) => void
  /** Left out: on all pages. */
  readonly pages?: { readonly chosen: readonly string[]; readonly onChoose: (pageIds: readonly string[]) => void }
  readonly isTried: boolean
}

const MOST = 20

/** By what it is replaced, and where. */
export function ReplaceFields({ item, byId, onReplaceBy, pages, isTried }: ReplaceFieldsProps) {
  const [search, setSearch] = useState('')
  const asked = useQuery({
    queryKey: ['items', 'instead', item.kind, search],
    queryFn: () =>
      read(api.items.$get({ query: { kind: item.kind, ...(search && { search }), limit: String(MOST + 1) } })),
    placeholderData: keepPreviousData,
  })
  const others = asked.data?.rows.filter(({ itemId }) => itemId !== item.itemId).slice(0, MOST)
  return (
    <>
      <SearchField label={libraryWords.replaceSearch} asked={search} onSearch={setSearch} />
      {others?.length === 0 && <Text as="p">{libraryWords.replaceNone}</Text>}
      {others && others.length > 0 && (
        <ChoiceList
          label={libraryWords.replaceBy}
          fault={isTried && byId === undefined ? libraryWords.byMissing : undefined}
          options={others.map(({ itemId, name }) => ({ id: itemId, name }))}
          chosen={byId}
          onChoose={onReplaceBy}
        />
      )}
      {pages && <PageChoice item={item} {...pages} isTried={isTried} />}
    </>
  )
}
