import { Button } from '@instructure/ui-buttons'
import { IconArrowOpenDownLine } from '@instructure/ui-icons'
import { Menu } from '@instructure/ui-menu'
import { useState } from 'react'
import { peopleWords } from '../words/people-words.ts'
import { DeactivateDialog } from './deactivate-dialog.tsx'
import { EditPersonDialog } from './edit-person-dialog.tsx'
import { ResetLinkDialog } from './reset-link-dialog.tsx'
import { useEditPerson } from './use-edit-person.ts'
import type { Person } from './use-people.ts'

type PersonDialog = 'edit' | 'reset' | 'deactivate'

/** What an administrator may do with a person. */
export function PersonActions({ person }: { readonly person: Person }) {
  const [dialog, setDialog] = useState<PersonDialog>()
  const { edit } = useEditPerson(person)
  const close = () => setDialog(undefined)
  const label = peopleWords.actionsOf(person.name)
  const trigger = (
    <Button aria-label={label}>
      {peopleWords.actions} <IconArrowOpenDownLine size="x-small" />
    </Button>
  )
  const activate = () => edit({ isActive: true }, peopleWords.activated(person.name))
  return (
    <>
      <Menu placement="bottom end" trigger={trigger} label={label}>
        <Menu.Item onSelect={() => setDialog('edit')}>{peopleWords.rename}</Menu.Item>
        {person.isActive && <Menu.Item onSelect={() => setDialog('reset')}>{peopleWords.resetLink}</Menu.Item>}
        <Menu.Separator />
        {person.isActive ? (
          <Menu.Item onSelect={() => setDialog('deactivate')}>{peopleWords.deactivate}</Menu.Item>
        ) : (
          <Menu.Item onSelect={activate}>{peopleWords.activate}</Menu.Item>
        )}
      </Menu>
      {dialog === 'edit' && <EditPersonDialog person={person} onClose={close} />}
      {dialog === 'reset' && <ResetLinkDialog person={person} onClose={close} />}
      {dialog === 'deactivate' && <DeactivateDialog person={person} onClose={close} />}
    </>
  )
}
