import { Text } from '@instructure/ui-text'
import type { ItemKind } from '@recourse/core/library'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../api/api.ts'
import { read } from '../api/read.ts'
import { ChoiceList } from '../library/choice-list.tsx'
import type { Item } from '../library/use-items.ts'
import { SearchField } from '../lists/search-field.tsx'
import { Problem } from '../states/problem.tsx'
import { libraryWords } from '../words/library-words.ts'
import { pageWords } from '../words/page-words.ts'

interface ItemChoiceProps {
  readonly kind: ItemKind
  /** One that is not to be chosen. */
  readonly besides?: string
  /** Only those that fit. */
  readonly fits?: (item: Item) => boolean
  readonly chosen: string | undefined
  readonly onChoose: (item: Item) => void
  readonly isTried: boolean
}

const MOST = 50

/** One item of the library, searched for. */
export function ItemChoice({ kind, besides, fits = () => true, chosen, onChoose, isTried }: ItemChoiceProps) {
  const [search, setSearch] = useState('')
  const asked = useQuery({
    queryKey: ['items', 'choice', kind, search],
    queryFn: () => read(api.items.$get({ query: { kind, ...(search && { search }), limit: String(MOST) } })),
    placeholderData: keepPreviousData,
  })
  const items = asked.data?.rows.filter(item => item.itemId !== besides && fits(item)) ?? []
  const choose = (id: string) => {
    const item = items.find(({ itemId }) => itemId === id)
    if (item) onChoose(item)
  }
  if (asked.isError) return <Problem error={asked.error} onRetry={() => void asked.refetch()} />
  return (
    <>
      <SearchField label={libraryWords.replaceSearch} asked={search} onSearch={setSearch} />
      {asked.data && items.length === 0 && <Text as="p">{libraryWords.replaceNone}</Text>}
      {items.length > 0 && (
        <ChoiceList
          label={pageWords.choose[kind]}
          fault={isTried && chosen === undefined ? pageWords.chooseMissing : undefined}
          options={items.map(({ itemId, name }) => ({ id: itemId, name }))}
          chosen={chosen}
          onChoose={choose}
        />
      )}
    </>
  )
}
