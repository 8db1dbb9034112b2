import { Button } from '@instructure/ui-buttons'
import { IconFolderLine, IconSearchLine, IconTrashLine } from '@instructure/ui-icons'
import type { UseQueryResult } from '@tanstack/react-query'
import { ListPages } from '../lists/list-pages.tsx'
import { Empty } from '../states/empty.tsx'
import { Problem } from '../states/problem.tsx'
import { Skeleton } from '../states/skeleton.tsx'
import { libraryWords } from '../words/library-words.ts'
import type { ItemDialog } from './item-dialogs.tsx'
import { ItemRow } from './item-row.tsx'
import { NewItemButtons } from './new-item-buttons.tsx'
import { type Shelf, useItemSearch } from './use-item-search.ts'
import { type Item, pageSize } from './use-items.ts'

interface ItemListProps {
  readonly shelf: Shelf
  readonly asked: UseQueryResult<{ readonly rows: readonly Item[]; readonly total: number }>
  readonly onOpen: (dialog: ItemDialog) => void
}

/** The items that were asked for, or why there are none and what to do. */
export function ItemList({ shelf, asked, onOpen }: ItemListProps) {
  const { wish, change } = useItemSearch(shelf)
  if (asked.isPending) return <Skeleton lines={8} height="3rem" />
  if (asked.isError) return <Problem error={asked.error} onRetry={() => void asked.refetch()} />
  const { rows, total } = asked.data
  if (rows.length === 0) return <NoItems shelf={shelf} onOpen={onOpen} />
  return (
    <div className={asked.isPlaceholderData ? 'list-old' : undefined}>
      <ul className="items" aria-label={libraryWords.list}>
        {rows.map(item => (
          <ItemRow key={item.itemId} item={item} onOpen={kind => onOpen({ kind, item })} />
        ))}
      </ul>
      <ListPages
        page={wish.page ?? 1}
        pageSize={pageSize}
        total={total}
        range={libraryWords.range}
        onPage={page => change({ page })}
      />
    </div>
  )
}

function NoItems({ shelf, onOpen }: Pick<ItemListProps, 'shelf' | 'onOpen'>) {
  const { wish, change } = useItemSearch(shelf)
  if (wish.search !== undefined || wish.kind !== undefined || wish.page !== undefined) {
    return (
      <Empty icon={<IconSearchLine size="large" />} title={libraryWords.noneFound} text={libraryWords.noneFoundText}>
        <Button onClick={() => change({ search: undefined, kind: undefined })}>{libraryWords.showAll}</Button>
      </Empty>
    )
  }
  if (wish.trash) {
    const { trashEmpty, trashEmptyText } = libraryWords
    return <Empty icon={<IconTrashLine size="large" />} title={trashEmpty} text={trashEmptyText} />
  }
  return (
    <Empty icon={<IconFolderLine size="large" />} title={libraryWords.none[shelf]} text={libraryWords.noneText[shelf]}>
      <NewItemButtons shelf={shelf} onOpen={onOpen} />
    </Empty>
  )
}
