import { Button } from '@instructure/ui-buttons'
import { useState } from 'react'
import { useMe } from '../sign-in/use-me.ts'
import { Refused } from '../states/refused.tsx'
import { proposalWords } from '../words/proposal-words.ts'
import { DeclineDialog } from './decline-dialog.tsx'
import { useAccept } from './use-accept.ts'
import type { Proposal } from './use-proposals.ts'

interface ProposalActsProps {
  readonly proposal: Proposal
  readonly isMine: boolean
}

/** Agreeing is for authors of a course that shows the page, and administrators. */
export function ProposalActs({ proposal, isMine }: ProposalActsProps) {
  const me = useMe()
  const [isDeclining, setDeclining] = useState(false)
  const accepting = useAccept(proposal)
  const { title } = proposal.current
  const mayAgree = me.role !== 'reviewer' && proposal.courses.length > 0 && !proposal.hasAgreed
  return (
    <>
      <Refused outcome={accepting.data} error={accepting.error} />
      <div className="row">
        {mayAgree && (
          <Button
            color="primary"
            aria-label={proposalWords.acceptOf(title)}
            onClick={() => !accepting.isPending && accepting.mutate()}
          >
            {proposalWords.accept}
          </Button>
        )}
        <Button
          aria-label={isMine ? proposalWords.takeBackOf(title) : proposalWords.declineOf(title)}
          onClick={() => setDeclining(true)}
        >
          {isMine ? proposalWords.takeBack : proposalWords.decline}
        </Button>
      </div>
      {isDeclining && <DeclineDialog proposal={proposal} isMine={isMine} onClose={() => setDeclining(false)} />}
    </>
  )
}
