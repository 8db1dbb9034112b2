import { Button } from '@instructure/ui-buttons'
import { RadioInput, RadioInputGroup } from '@instructure/ui-radio-input'
import { TextInput } from '@instructure/ui-text-input'
import { useState } from 'react'
import type { Course } from '../courses/use-course.ts'
import { DIALOG_FORM, Dialog } from '../frame/dialog.tsx'
import type { CoursePage as OutlinePage } from '../outline/outline-parts.ts'
import { toTitle } from '../outline/use-moves.ts'
import { frameWords } from '../words/frame-words.ts'
import { pageWords } from '../words/page-words.ts'
import { CoursePageChoice } from './course-page-choice.tsx'
import { ItemChoice } from './item-choice.tsx'
import { findAddressFault, type LinkChoice, type LinkDraft, linkKinds, toAddress } from './link-draft.ts'

interface LinkDialogProps {
  readonly course: Course
  readonly first: LinkDraft
  /** There is a link where the cursor is. */
  readonly onRemove: (() => void) | undefined
  readonly onAddress: (address: string) => void
  readonly onChoice: (choice: LinkChoice) => void
  readonly onClose: () => void
}

/** Where a link leads: to an address, a page of this course, a resource, or a term. */
export function LinkDialog({ course, first, onRemove, onAddress, onChoice, onClose }: LinkDialogProps) {
  const [draft, setDraft] = useState(first)
  const [isTried, setTried] = useState(false)
  const { kind, address, choice } = draft
  const fault = isTried ? findAddressFault(address) : undefined
  const submit = () => {
    setTried(true)
    if (kind === 'address') {
      if (findAddressFault(address) === undefined) onAddress(toAddress(address))
    } else if (choice !== undefined) onChoice(choice)
  }
  return (
    <Dialog
      title={pageWords.linkTitle}
      onClose={onClose}
      onSubmit={submit}
      footer={
        <>
          {onRemove && <Button onClick={onRemove}>{pageWords.removeLink}</Button>}
          <Button onClick={onClose}>{frameWords.cancel}</Button>
          <Button color="primary" type="submit" form={DIALOG_FORM}>
            {pageWords.setLink}
          </Button>
        </>
      }
    >
      <RadioInputGroup
        name="link-kind"
        description={pageWords.linkTo}
        value={kind}
        onChange={(_, value) => {
          setTried(false)
          setDraft({ ...draft, kind: linkKinds.find(each => each === value) ?? 'address', choice: undefined })
        }}
      >
        {linkKinds.map(each => (
          <RadioInput key={each} value={each} label={pageWords.linkKinds[each]} />
        ))}
      </RadioInputGroup>
      {kind === 'address' && (
        <TextInput
          renderLabel={pageWords.address}
          value={address}
          onChange={(_, value) => setDraft({ ...draft, address: value })}
          messages={fault === undefined ? [] : [{ type: 'error', text: fault }]}
        />
      )}
      {kind === 'page' && (
        <CoursePageChoice
          course={course}
          chosen={choice?.reference.kind === 'page' ? choice.reference.pageId : undefined}
          onChoose={page => setDraft({ ...draft, choice: toPageChoice(page) })}
          isTried={isTried}
        />
      )}
      {(kind === 'resource' || kind === 'term') && (
        <ItemChoice
          key={kind}
          kind={kind}
          chosen={choice?.item?.itemId}
          onChoose={item => {
            const reference = { kind, targetId: item.itemId } as const
            setDraft({ ...draft, choice: { reference, name: item.name, item } })
          }}
          isTried={isTried}
        />
      )}
    </Dialog>
  )
}

function toPageChoice(page: OutlinePage): LinkChoice {
  const { id, linkKey } = page
  return {
    reference: { kind: 'page', linkKey, pageId: id },
    name: toTitle(page),
    link: { linkKey, storedId: id, targetId: id, targetTitle: page.title },
  }
}
