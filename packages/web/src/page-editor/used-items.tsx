import { Button } from '@instructure/ui-buttons'
import { Heading } from '@instructure/ui-heading'
import { Text } from '@instructure/ui-text'
import { useState } from 'react'
import type { Item } from '../library/use-items.ts'
import '../library/library.css'
import { pageWords } from '../words/page-words.ts'
import { ChangeOnPageDialog } from './change-on-page-dialog.tsx'
import type { GuideItem, PageGuide } from './page-guide.ts'
import type { listItems } from './references-of-page.ts'
import { UpdateEverywhere } from './update-everywhere.tsx'
import type { PagePlace } from './use-page.ts'
import { UsedItem } from './used-item.tsx'

interface UsedItemsProps {
  readonly place: PagePlace
  readonly guide: PageGuide
  readonly used: ReturnType<typeof listItems>
  readonly mayEdit: boolean
  readonly onChange: (item: GuideItem, by: Item) => void
}

interface Opened {
  readonly kind: 'change' | 'update'
  readonly item: GuideItem
}

const MOST = 20

/** Everything of the library that the page uses, each with its two ways to be changed and how far each of them reaches. */
export function UsedItems({ place, guide, used, mayEdit, onChange }: UsedItemsProps) {
  const [opened, open] = useState<Opened>()
  const [isAll, setAll] = useState(false)
  const items = used.flatMap(({ kind, targetId }) => guide.findItem(kind, targetId) ?? [])
  const current = opened && guide.findItem(opened.item.kind, opened.item.itemId)
  const close = () => open(undefined)
  return (
    <section className="page-used" aria-labelledby="page-used">
      <Heading level="h2" variant="titleCardLarge">
        <span id="page-used">{pageWords.used}</span>
      </Heading>
      {items.length === 0 && <Text as="p">{pageWords.usedNone}</Text>}
      <ul className="items">
        {(isAll ? items : items.slice(0, MOST)).map(item => (
          <UsedItem
            key={`${item.kind} ${item.itemId}`}
            place={place}
            item={item}
            mayEdit={mayEdit}
            onChange={() => open({ kind: 'change', item })}
            onUpdate={() => open({ kind: 'update', item })}
          />
        ))}
      </ul>
      {!isAll && items.length > MOST && <Button onClick={() => setAll(true)}>{pageWords.usedAll(items.length)}</Button>}
      {opened?.kind === 'change' && (
        <ChangeOnPageDialog
          place={place}
          item={opened.item}
          onChange={by => {
            close()
            onChange(opened.item, by)
          }}
          onClose={close}
        />
      )}
      {opened?.kind === 'update' && current?.content && (
        <UpdateEverywhere courseId={place.courseId} item={current} content={current.content} onClose={close} />
      )}
    </section>
  )
}
