import { Button } from '@instructure/ui-buttons'
import { Text } from '@instructure/ui-text'
import { Dialog } from '../frame/dialog.tsx'
import { frameWords } from '../words/frame-words.ts'
import { peopleWords } from '../words/people-words.ts'
import { useEditPerson } from './use-edit-person.ts'
import type { Person } from './use-people.ts'

/** What stays and what ends, before it does. */
export function DeactivateDialog({ person, onClose }: { readonly person: Person; readonly onClose: () => void }) {
  const { edit, isPending } = useEditPerson(person)
  const deactivate = () => !isPending && edit({ isActive: false }, peopleWords.deactivated(person.name), onClose)
  return (
    <Dialog
      title={peopleWords.deactivateTitle(person.name)}
      size="small"
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{frameWords.cancel}</Button>
          <Button color="danger" onClick={deactivate}>
            {peopleWords.deactivate}
          </Button>
        </>
      }
    >
      <Text as="p">{peopleWords.deactivateText}</Text>
    </Dialog>
  )
}
