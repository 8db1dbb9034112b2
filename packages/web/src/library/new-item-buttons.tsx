import { Button } from '@instructure/ui-buttons'
import { IconAddLine, IconUploadLine } from '@instructure/ui-icons'
import { useMe } from '../sign-in/use-me.ts'
import { libraryWords } from '../words/library-words.ts'
import type { ItemDialog } from './item-dialogs.tsx'
import type { Shelf } from './use-item-search.ts'

interface NewItemButtonsProps {
  readonly shelf: Shelf
  readonly onOpen: (dialog: ItemDialog) => void
}

export function NewItemButtons({ shelf, onOpen }: NewItemButtonsProps) {
  const me = useMe()
  if (me.role === 'reviewer') return null
  if (shelf === 'glossary') {
    return (
      <Button color="primary" renderIcon={<IconAddLine />} onClick={() => onOpen({ kind: 'new', item: 'term' })}>
        {libraryWords.newTerm}
      </Button>
    )
  }
  return (
    <>
      <Button renderIcon={<IconAddLine />} onClick={() => onOpen({ kind: 'new', item: 'resource' })}>
        {libraryWords.newLink}
      </Button>
      <Button color="primary" renderIcon={<IconUploadLine />} onClick={() => onOpen({ kind: 'new', item: 'media' })}>
        {libraryWords.upload}
      </Button>
    </>
  )
}
