import { Button } from '@instructure/ui-buttons'
import { TextInput } from '@instructure/ui-text-input'
import { useState } from 'react'
import { DIALOG_FORM, Dialog } from '../frame/dialog.tsx'
import { frameWords } from '../words/frame-words.ts'
import { peopleWords } from '../words/people-words.ts'
import { RoleField } from './role-field.tsx'
import { useEditPerson } from './use-edit-person.ts'
import type { Person } from './use-people.ts'

export function EditPersonDialog({ person, onClose }: { readonly person: Person; readonly onClose: () => void }) {
  const [name, setName] = useState(person.name)
  const [role, setRole] = useState(person.role)
  const { edit, isPending } = useEditPerson(person)
  const isMissing = name.trim() === ''
  const submit = () => {
    if (!isMissing && !isPending) edit({ name: name.trim(), role }, peopleWords.saved(name.trim()), onClose)
  }
  return (
    <Dialog
      title={peopleWords.editTitle(person.name)}
      size="small"
      onClose={onClose}
      onSubmit={submit}
      footer={
        <>
          <Button onClick={onClose}>{frameWords.cancel}</Button>
          <Button color="primary" type="submit" form={DIALOG_FORM}>
            {peopleWords.save}
          </Button>
        </>
      }
    >
      <TextInput
        renderLabel={peopleWords.name}
        value={name}
        onChange={(_, value) => setName(value)}
        messages={isMissing ? [{ type: 'newError', text: peopleWords.nameMissing }] : []}
      />
      <RoleField role={role} onChange={setRole} />
    </Dialog>
  )
}
