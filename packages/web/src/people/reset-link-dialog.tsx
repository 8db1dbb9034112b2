import { Button } from '@instructure/ui-buttons'
import { Text } from '@instructure/ui-text'
import { useMutation } from '@tanstack/react-query'
import { api } from '../api/api.ts'
import { act } from '../api/read.ts'
import { Dialog } from '../frame/dialog.tsx'
import { Refused } from '../states/refused.tsx'
import { frameWords } from '../words/frame-words.ts'
import { peopleWords } from '../words/people-words.ts'
import { LinkDialog } from './link-dialog.tsx'
import type { Person } from './use-people.ts'

/** Asks before: a link made earlier stops working. */
export function ResetLinkDialog({ person, onClose }: { readonly person: Person; readonly onClose: () => void }) {
  const { personId, name } = person
  const making = useMutation({
    mutationFn: () => act(api.people[':personId']['reset-link'].$post({ param: { personId } })),
  })
  if (making.data?.ok) return <LinkDialog name={name} link={making.data.value} onClose={onClose} />
  return (
    <Dialog
      title={peopleWords.linkTitle(name)}
      size="small"
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{frameWords.cancel}</Button>
          <Button color="primary" onClick={() => !making.isPending && making.mutate()}>
            {peopleWords.makeLink}
          </Button>
        </>
      }
    >
      <Refused outcome={making.data} error={making.error} />
      <Text as="p">{peopleWords.resetText}</Text>
    </Dialog>
  )
}
