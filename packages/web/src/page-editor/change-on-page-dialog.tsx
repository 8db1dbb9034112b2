import { Button } from '@instructure/ui-buttons'
import { Text } from '@instructure/ui-text'
import { useState } from 'react'
import { DIALOG_FORM, Dialog } from '../frame/dialog.tsx'
import type { Item } from '../library/use-items.ts'
import { ReachNote } from '../outline/reach-note.tsx'
import { useReach } from '../outline/use-reach.ts'
import { frameWords } from '../words/frame-words.ts'
import { pageWords } from '../words/page-words.ts'
import { reachWords } from '../words/reach-words.ts'
import { ItemChoice } from './item-choice.tsx'
import type { GuideItem } from './page-guide.ts'
import type { PagePlace } from './use-page.ts'

interface ChangeOnPageProps {
  readonly place: PagePlace
  readonly item: Pick<GuideItem, 'kind' | 'itemId' | 'name'>
  readonly onChange: (by: Item) => void
  readonly onClose: () => void
}

/** Another item of the library in the place of one, on this page: seen in every course that shows the page. */
export function ChangeOnPageDialog({ place, item, onChange, onClose }: ChangeOnPageProps) {
  const [by, setBy] = useState<Item>()
  const [isTried, setTried] = useState(false)
  const reach = useReach('page', place.pageId, place.courseId)
  const submit = () => {
    setTried(true)
    if (by !== undefined) onChange(by)
  }
  return (
    <Dialog
      title={pageWords.changeTitle(item.name)}
      onClose={onClose}
      onSubmit={submit}
      footer={
        <>
          <Button onClick={onClose}>{frameWords.cancel}</Button>
          <Button color="primary" type="submit" form={DIALOG_FORM}>
            {pageWords.change}
          </Button>
        </>
      }
    >
      <ItemChoice kind={item.kind} besides={item.itemId} chosen={by?.itemId} onChoose={setBy} isTried={isTried} />
      <ReachNote reach={reach} say={reachWords.changesIn} />
      <Text as="p" color="secondary">
        {pageWords.changeSaved}
      </Text>
    </Dialog>
  )
}
