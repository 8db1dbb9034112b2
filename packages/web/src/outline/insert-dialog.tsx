import { Button } from '@instructure/ui-buttons'
import { RadioInput, RadioInputGroup } from '@instructure/ui-radio-input'
import { TextInput } from '@instructure/ui-text-input'
import { useState } from 'react'
import { Dialog } from '../frame/dialog.tsx'
import { Refused } from '../states/refused.tsx'
import { frameWords } from '../words/frame-words.ts'
import { outlineWords } from '../words/outline-words.ts'
import { FoundObjects } from './found-objects.tsx'
import type { CourseModule } from './outline-parts.ts'
import { type FoundObject, useFoundObjects } from './use-found-objects.ts'
import { type InsertMode, useInsert } from './use-insert.ts'

interface InsertProps {
  readonly module: CourseModule
  readonly onClose: () => void
}

const modes: readonly InsertMode[] = ['share', 'duplicate']

/** A Learning Object of another course, as the same one or as one of its own. */
export function InsertDialog({ module, onClose }: InsertProps) {
  const [words, setWords] = useState('')
  const [chosen, choose] = useState<FoundObject>()
  const [mode, setMode] = useState<InsertMode>('share')
  const found = useFoundObjects(words)
  const inserting = useInsert(module, onClose)
  const isThere = inserting.data?.ok === false && inserting.data.reason === 'already-there'
  const insert = (as: InsertMode) => {
    if (chosen && !inserting.isPending) inserting.mutate({ object: chosen, mode: as })
  }
  return (
    <Dialog
      title={outlineWords.insertTitle(module.name)}
      onClose={onClose}
      closesOutside={false}
      footer={
        <>
          <Button onClick={onClose}>{frameWords.cancel}</Button>
          <Button
            color="primary"
            interaction={chosen ? 'enabled' : 'disabled'}
            onClick={() => insert(isThere ? 'duplicate' : mode)}
          >
            {isThere ? outlineWords.insertDuplicate : outlineWords.insertConfirm}
          </Button>
        </>
      }
    >
      <TextInput
        type="search"
        renderLabel={outlineWords.insertSearch}
        placeholder={outlineWords.insertHint}
        value={words}
        onChange={(_, value) => setWords(value)}
      />
      <FoundObjects
        found={found}
        chosenId={chosen?.objectId}
        onChoose={object => {
          choose(object)
          inserting.reset()
        }}
      />
      <RadioInputGroup
        name="insert-mode"
        description={outlineWords.insertHow}
        value={mode}
        onChange={(_, value) => setMode(value === 'duplicate' ? 'duplicate' : 'share')}
      >
        {modes.map(each => (
          <RadioInput
            key={each}
            value={each}
            label={`${outlineWords.insertModes[each]}: ${outlineWords.insertMeanings[each]}`}
          />
        ))}
      </RadioInputGroup>
      <Refused outcome={inserting.data} error={inserting.error} />
    </Dialog>
  )
}
