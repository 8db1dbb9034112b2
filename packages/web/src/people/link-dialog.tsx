import { Button } from '@instructure/ui-buttons'
import { IconCopyLine } from '@instructure/ui-icons'
import { Text } from '@instructure/ui-text'
import { TextInput } from '@instructure/ui-text-input'
import { useRef, useState } from 'react'
import { Dialog } from '../frame/dialog.tsx'
import { frameWords } from '../words/frame-words.ts'
import { peopleWords } from '../words/people-words.ts'

const until = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'short' })

interface LinkDialogProps {
  readonly name: string
  readonly link: { readonly url: string; readonly expiresAt: string }
  readonly onClose: () => void
}

/** The one time that a link is shown, to be handed over. */
export function LinkDialog({ name, link, onClose }: LinkDialogProps) {
  const field = useRef<HTMLInputElement | null>(null)
  const [said, setSaid] = useState<string>()
  const url = new URL(link.url, window.location.origin).href
  const copy = () => {
    field.current?.select()
    // Where the page comes over plain http there is no clipboard to write to.
    const written = navigator.clipboard?.writeText(url) ?? Promise.reject(new Error('no clipboard'))
    written.then(
      () => setSaid(peopleWords.copied),
      () => setSaid(peopleWords.copyFailed),
    )
  }
  return (
    <Dialog
      title={peopleWords.linkTitle(name)}
      size="small"
      closesOutside={false}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{frameWords.close}</Button>
          <Button color="primary" renderIcon={<IconCopyLine />} onClick={copy}>
            {peopleWords.copyLink}
          </Button>
        </>
      }
    >
      <Text as="p">{peopleWords.linkText(name, until.format(new Date(link.expiresAt)))}</Text>
      <TextInput
        renderLabel={peopleWords.link}
        value={url}
        readOnly
        inputRef={element => {
          field.current = element
        }}
      />
      <span role="status">{said}</span>
    </Dialog>
  )
}
