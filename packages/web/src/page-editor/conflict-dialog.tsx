import { Button } from '@instructure/ui-buttons'
import { Heading } from '@instructure/ui-heading'
import { RadioInput, RadioInputGroup } from '@instructure/ui-radio-input'
import { Text } from '@instructure/ui-text'
import { useState } from 'react'
import { DIALOG_FORM, Dialog } from '../frame/dialog.tsx'
import { pageWords } from '../words/page-words.ts'
import { ConflictSide } from './conflict-side.tsx'
import type { PageGuide } from './page-guide.ts'
import { listConflicts, type Sides } from './resolve-conflicts.ts'

interface ConflictDialogProps {
  readonly sides: Sides
  readonly guide: PageGuide
  readonly onSettle: (takesMine: (at: string) => boolean) => void
  readonly onClose: () => void
}

/** Both sides of everything that somebody else has changed meanwhile and I have too; nothing is saved before each is chosen. */
export function ConflictDialog({ sides, guide, onSettle, onClose }: ConflictDialogProps) {
  const [choices, setChoices] = useState<ReadonlyMap<string, 'theirs' | 'mine'>>(new Map())
  const [isTried, setTried] = useState(false)
  const conflicts = listConflicts(sides)
  const submit = () => {
    setTried(true)
    if (conflicts.every(at => choices.has(at))) onSettle(at => choices.get(at) === 'mine')
  }
  return (
    <Dialog
      title={pageWords.conflictTitle}
      size="large"
      onClose={onClose}
      onSubmit={submit}
      footer={
        <>
          <Button onClick={onClose}>{pageWords.conflictLater}</Button>
          <Button color="primary" type="submit" form={DIALOG_FORM}>
            {pageWords.conflictSave}
          </Button>
        </>
      }
    >
      <Text as="p">{pageWords.conflictText}</Text>
      {conflicts.map((at, index) => (
        <section key={at} className="conflict stack-tight">
          <Heading level="h3" variant="titleCardRegular">
            {nameOf(at, sides)}
          </Heading>
          <div className="conflict-sides">
            <ConflictSide label={pageWords.theirs} at={at} content={sides.theirs} guide={guide} />
            <ConflictSide label={pageWords.mine} at={at} content={sides.mine} guide={guide} />
          </div>
          <RadioInputGroup
            name={`conflict-${index}`}
            description={pageWords.keep(nameOf(at, sides))}
            layout="columns"
            value={choices.get(at) ?? ''}
            onChange={(_, value) => setChoices(new Map(choices).set(at, value === 'mine' ? 'mine' : 'theirs'))}
            messages={isTried && !choices.has(at) ? [{ type: 'error', text: pageWords.conflictMissing }] : []}
          >
            <RadioInput value="theirs" label={pageWords.takeTheirs} />
            <RadioInput value="mine" label={pageWords.takeMine} />
          </RadioInputGroup>
        </section>
      ))}
    </Dialog>
  )
}

function nameOf(at: string, { theirs, mine }: Sides): string {
  if (at === 'title') return pageWords.conflictOn.title
  if (at === 'order') return pageWords.conflictOn.order
  const index = [theirs, mine].map(({ blocks }) => blocks.findIndex(({ id }) => id === at)).find(each => each >= 0)
  return pageWords.elementNumber((index ?? 0) + 1)
}
