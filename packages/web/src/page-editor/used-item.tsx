import { Button } from '@instructure/ui-buttons'
import { Text } from '@instructure/ui-text'
import type { ReactNode } from 'react'
import { ItemContent } from '../library/item-content.tsx'
import { ItemThumbnail } from '../library/item-thumbnail.tsx'
import { countCourses } from '../outline/outline-parts.ts'
import { useReach } from '../outline/use-reach.ts'
import { libraryWords } from '../words/library-words.ts'
import { pageWords } from '../words/page-words.ts'
import type { GuideItem } from './page-guide.ts'
import type { PagePlace } from './use-page.ts'

interface UsedItemProps {
  readonly place: PagePlace
  readonly item: GuideItem
  readonly mayEdit: boolean
  readonly onChange: () => void
  readonly onUpdate: () => void
}

/** One item, and beside each button in how many courses it is seen. */
export function UsedItem({ place, item, mayEdit, onChange, onUpdate }: UsedItemProps) {
  const { kind, name, content } = item
  return (
    <li className="item">
      <ItemThumbnail item={item} />
      <div className="item-what">
        <span className="name item-name">{name}</span>
        {content === null ? (
          <Text size="small">{pageWords.usedTrash}</Text>
        ) : (
          <>
            <Text size="small" color="secondary">
              {libraryWords.kindOf[kind]}
            </Text>
            <ItemContent item={{ kind, content }} />
          </>
        )}
        {mayEdit && (
          <div className="page-used-acts">
            <Act label={pageWords.change} of={pageWords.changeOf(name)} onPress={onChange}>
              <PageReach place={place} />
            </Act>
            {content !== null && (
              <Act label={libraryWords.update} of={libraryWords.updateOf(name)} onPress={onUpdate}>
                <ItemReach place={place} item={item} />
              </Act>
            )}
          </div>
        )}
      </div>
    </li>
  )
}

interface ActProps {
  readonly label: string
  readonly of: string
  readonly onPress: () => void
  readonly children: ReactNode
}

function Act({ label, of, onPress, children }: ActProps) {
  return (
    <span className="page-used-act">
      <Button size="small" aria-label={of} onClick={onPress}>
        {label}
      </Button>
      <Text size="small" color="secondary">
        {children}
      </Text>
    </span>
  )
}

function PageReach({ place }: { readonly place: PagePlace }) {
  const { data } = useReach('page', place.pageId, place.courseId)
  return data && pageWords.seenIn(countCourses(data) + 1)
}

function ItemReach({ place, item }: Pick<UsedItemProps, 'place' | 'item'>) {
  const { data } = useReach(item.kind, item.itemId, place.courseId)
  return data && pageWords.seenIn(countCourses(data) + 1)
}
