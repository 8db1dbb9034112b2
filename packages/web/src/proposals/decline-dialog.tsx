import { Button } from '@instructure/ui-buttons'
import { Text } from '@instructure/ui-text'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '../api/api.ts'
import { act } from '../api/read.ts'
import { Dialog } from '../frame/dialog.tsx'
import { Refused } from '../states/refused.tsx'
import { useToast } from '../toasts/use-toast.ts'
import { frameWords } from '../words/frame-words.ts'
import { proposalWords } from '../words/proposal-words.ts'
import type { Proposal } from './use-proposals.ts'

interface DeclineDialogProps {
  readonly proposal: Proposal
  readonly isMine: boolean
  readonly onClose: () => void
}

/** Asked once: a declined proposal does not come back. */
export function DeclineDialog({ proposal, isMine, onClose }: DeclineDialogProps) {
  const declining = useDecline(proposal, isMine, onClose)
  return (
    <Dialog
      title={isMine ? proposalWords.takeBackTitle : proposalWords.declineTitle}
      size="small"
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{frameWords.cancel}</Button>
          <Button color="danger" onClick={() => !declining.isPending && declining.mutate()}>
            {isMine ? proposalWords.takeBack : proposalWords.decline}
          </Button>
        </>
      }
    >
      <Refused outcome={declining.data} error={declining.error} />
      <Text as="p">{proposalWords.declineText}</Text>
    </Dialog>
  )
}

function useDecline({ proposalId }: Proposal, isMine: boolean, onClose: () => void) {
  const toast = useToast()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: () => act(api.proposals[':proposalId'].decline.$post({ param: { proposalId } })),
    onSuccess: async outcome => {
      if (!outcome.ok) return
      toast({ text: isMine ? proposalWords.takenBack : proposalWords.declined, tone: 'done' })
      onClose()
      await queries.invalidateQueries()
    },
  })
}
