import { Button } from '@instructure/ui-buttons'
import { Link } from '@instructure/ui-link'
import { Text } from '@instructure/ui-text'
import { useToast } from '../toasts/use-toast.ts'
import { useUndo } from '../toasts/use-undo.tsx'
import { libraryWords } from '../words/library-words.ts'
import { ItemContent } from './item-content.tsx'
import { ItemThumbnail } from './item-thumbnail.tsx'
import type { Item } from './use-items.ts'

interface ItemRowProps {
  readonly item: Item
  readonly onOpen: (kind: 'uses' | 'update' | 'delete') => void
}

/** One item: what it is, where it is used, what can be done with it. */
export function ItemRow({ item, onOpen }: ItemRowProps) {
  const used = libraryWords.used(item.usedOn, item.usedIn)
  return (
    <li className="item">
      <ItemThumbnail item={item} />
      <div className="item-what">
        <span className="name item-name">{item.name}</span>
        <ItemContent item={item} />
        {item.trashedBy === null && item.usedOn > 0 ? (
          <span>
            <Link
              as="button"
              isWithinText={false}
              aria-label={libraryWords.usedOf(item.name, used)}
              onClick={() => onOpen('uses')}
            >
              {used}
            </Link>
          </span>
        ) : (
          <Text size="small" color="secondary">
            {item.usedOn > 0 ? libraryWords.showsPlaceholder(item.usedOn) : used}
          </Text>
        )}
      </div>
      <div className="item-acts">
        {item.trashedBy === null ? (
          <LiveActs item={item} onOpen={onOpen} />
        ) : (
          <RestoreButton item={item} changeId={item.trashedBy} />
        )}
      </div>
    </li>
  )
}

function LiveActs({ item, onOpen }: ItemRowProps) {
  return (
    <>
      <Button size="small" aria-label={libraryWords.updateOf(item.name)} onClick={() => onOpen('update')}>
        {libraryWords.update}
      </Button>
      <Button size="small" aria-label={libraryWords.deleteOf(item.name)} onClick={() => onOpen('delete')}>
        {libraryWords.delete}
      </Button>
    </>
  )
}

/** Restoring is taking back the change that put it into the trash. */
function RestoreButton({ item, changeId }: { readonly item: Item; readonly changeId: string }) {
  const { undo, dialog } = useUndo()
  const toast = useToast()
  const restore = () => undo(changeId, () => toast({ text: libraryWords.restored(item.name), tone: 'done' }))
  return (
    <>
      <Button size="small" aria-label={libraryWords.restoreOf(item.name)} onClick={restore}>
        {libraryWords.restore}
      </Button>
      {dialog}
    </>
  )
}
