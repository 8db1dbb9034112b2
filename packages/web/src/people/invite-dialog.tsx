import { Button } from '@instructure/ui-buttons'
import { Text } from '@instructure/ui-text'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../api/api.ts'
import { act } from '../api/read.ts'
import { DIALOG_FORM, Dialog } from '../frame/dialog.tsx'
import { Refused } from '../states/refused.tsx'
import { frameWords } from '../words/frame-words.ts'
import { peopleWords } from '../words/people-words.ts'
import { type Invitation, InviteFields, isInvitation } from './invite-fields.tsx'
import { LinkDialog } from './link-dialog.tsx'

/** Makes a person and the link that lets them in; there is no mail server between. */
export function InviteDialog({ onClose }: { readonly onClose: () => void }) {
  const [invitation, setInvitation] = useState<Invitation>({ name: '', email: '', role: 'author' })
  const [isTried, setTried] = useState(false)
  const inviting = useInvite()
  const submit = () => {
    setTried(true)
    if (isInvitation(invitation) && !inviting.isPending) inviting.mutate(invitation)
  }
  if (inviting.data?.ok) return <LinkDialog name={invitation.name} link={inviting.data.value} onClose={onClose} />
  return (
    <Dialog
      title={peopleWords.inviteTitle}
      size="small"
      onClose={onClose}
      onSubmit={submit}
      footer={
        <>
          <Button onClick={onClose}>{frameWords.cancel}</Button>
          <Button color="primary" type="submit" form={DIALOG_FORM}>
            {peopleWords.makeLink}
          </Button>
        </>
      }
    >
      <Text as="p">{peopleWords.inviteText}</Text>
      <Refused outcome={inviting.data} error={inviting.error} />
      <InviteFields invitation={invitation} onChange={setInvitation} isTried={isTried} />
    </Dialog>
  )
}

function useInvite() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ name, email, role }: Invitation) =>
      act(api.people.invitations.$post({ json: { name: name.trim(), email: email.trim(), role } })),
    onSuccess: outcome => (outcome.ok ? queries.invalidateQueries({ queryKey: ['people'] }) : undefined),
  })
}
