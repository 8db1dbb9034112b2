import { Button } from '@instructure/ui-buttons'
import { FileDrop } from '@instructure/ui-file-drop'
import { Text } from '@instructure/ui-text'
import { useState } from 'react'
import { DIALOG_FORM, Dialog } from '../frame/dialog.tsx'
import { Refused } from '../states/refused.tsx'
import { frameWords } from '../words/frame-words.ts'
import { libraryWords } from '../words/library-words.ts'
import { toFileSize } from './file-size.ts'
import { StaleItem } from './stale-item.tsx'
import { UpdateReach } from './update-reach.tsx'
import type { KnownItem } from './use-items.ts'
import { useSendFile } from './use-send-file.ts'

interface UploadDialogProps {
  /** Other bytes for this one; left out: a new one. */
  readonly item?: KnownItem
  readonly onClose: () => void
}

/** A file for the library, or a newer one in the place of another. */
export function UploadDialog({ item, onClose }: UploadDialogProps) {
  const [file, setFile] = useState<File>()
  const [fault, setFault] = useState<string>()
  const { sending, percent, stop } = useSendFile(item, onClose)
  const isStale = sending.data?.ok === false && sending.data.reason === 'stale'
  const submit = () => {
    if (file === undefined) setFault(libraryWords.fileMissing)
    else if (!sending.isPending) sending.mutate({ file, base: item?.revisionId })
  }
  const choose = (accepted: ArrayLike<File | DataTransferItem>) => {
    const files = Array.from(accepted).filter(each => each instanceof File)
    setFault(files.length > 1 ? libraryWords.tooMany : undefined)
    if (files.length === 1) setFile(files[0])
  }
  return (
    <Dialog
      title={item ? libraryWords.updateTitle(item.name) : libraryWords.upload}
      onClose={stop}
      onSubmit={submit}
      footer={
        <>
          <Button onClick={stop}>{isStale ? libraryWords.useTheirs : frameWords.cancel}</Button>
          <Button color="primary" type="submit" form={DIALOG_FORM}>
            {isStale ? libraryWords.saveMine : item ? libraryWords.update : libraryWords.create}
          </Button>
        </>
      }
    >
      {item && isStale ? <StaleItem item={item} /> : <Refused outcome={sending.data} error={sending.error} />}
      <FileDrop
        id="library-file"
        renderLabel={
          <span className="upload-drop name">
            {file ? libraryWords.chosen(file.name, toFileSize(file.size)) : libraryWords.drop}
          </span>
        }
        messages={fault === undefined ? [] : [{ type: 'error', text: fault }]}
        onDropAccepted={choose}
      />
      {sending.isPending && (
        <Text as="p">
          <span role="status">{libraryWords.sending(percent)}</span>
        </Text>
      )}
      {item && <UpdateReach item={item} />}
    </Dialog>
  )
}
