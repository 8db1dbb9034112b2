import { Button } from '@instructure/ui-buttons'
import { Text } from '@instructure/ui-text'
import { TextInput } from '@instructure/ui-text-input'
import { useState } from 'react'
import { DIALOG_FORM, Dialog } from '../frame/dialog.tsx'
import { textOf } from '../library/item-text.ts'
import { ItemThumbnail, isDrawnType } from '../library/item-thumbnail.tsx'
import { UploadDialog } from '../library/upload-dialog.tsx'
import type { Item } from '../library/use-items.ts'
import { frameWords } from '../words/frame-words.ts'
import { libraryWords } from '../words/library-words.ts'
import { pageWords } from '../words/page-words.ts'
import { ItemChoice } from './item-choice.tsx'
import type { GuideItem } from './page-guide.ts'

export interface PictureDraft {
  /** Left out: none is chosen yet. */
  readonly item: GuideItem | undefined
  readonly alt: string
}

interface PictureDialogProps {
  /** The picture that is selected in the text, or a new one. */
  readonly first: PictureDraft
  readonly isNew: boolean
  readonly onDone: (item: GuideItem, alt: string) => void
  readonly onClose: () => void
}

/** A picture of the library, and what it says to those who do not see it. */
export function PictureDialog({ first, isNew, onDone, onClose }: PictureDialogProps) {
  const [{ item, alt }, setDraft] = useState(first)
  const [isTried, setTried] = useState(false)
  const [isUploading, setUploading] = useState(false)
  if (isUploading) return <UploadDialog onClose={() => setUploading(false)} />
  const choose = (chosen: Item) =>
    setDraft({ item: chosen, alt: textOf(chosen.content, 'alternativeText') || (item === undefined ? alt : '') })
  const submit = () => {
    setTried(true)
    if (item !== undefined) onDone(item, alt.trim())
  }
  return (
    <Dialog
      title={isNew ? pageWords.pictureTitle : pageWords.pictureChange}
      onClose={onClose}
      onSubmit={submit}
      footer={
        <>
          <Button onClick={() => setUploading(true)}>{libraryWords.upload}</Button>
          <Button onClick={onClose}>{frameWords.cancel}</Button>
          <Button color="primary" type="submit" form={DIALOG_FORM}>
            {isNew ? pageWords.pictureInsert : pageWords.pictureApply}
          </Button>
        </>
      }
    >
      <ItemChoice
        kind="media"
        fits={({ content }) => isDrawnType(textOf(content, 'type'))}
        chosen={item?.itemId}
        onChoose={choose}
        isTried={isTried}
      />
      {item && (
        <div className="row">
          <ItemThumbnail item={item} />
          <Text>
            <span className="name">{item.name}</span>
          </Text>
        </div>
      )}
      <TextInput
        renderLabel={pageWords.alt}
        value={alt}
        onChange={(_, value) => setDraft({ item, alt: value })}
        messages={[{ type: 'hint', text: pageWords.altHint }]}
      />
    </Dialog>
  )
}
