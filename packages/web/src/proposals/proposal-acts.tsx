import { Button } from '@instructure/ui-buttons'
import { useState } from 'react'
import { useMe } from '../sign-in/use-me.ts'
import { Refused } from '../states/refused.tsx'
import { proposalWords } from '../words/proposal-words.ts'
import { DeclineDialog } from './decline-dialog.tsx'
import { useAccept } from './use-accept.ts'
import { type Proposal, titleOf } from './use-proposals.ts'

interface ProposalActsProps {
  readonly proposal: Proposal
  readonly isMine: boolean
}

/** Agreeing is for authors of a course that shows the page, and administrators; once more where nobody is waited for any more. */
export function ProposalActs({ proposal, isMine }: ProposalActsProps) {
  const me = useMe()
  const [isDeclining, setDeclining] = useState(false)
  const accepting = useAccept(proposal)
  const title = titleOf(proposal)
  const isReady = proposal.waitsFor === 0
  const mayAgree = me.role !== 'reviewer' && proposal.courses.length > 0 && (isReady || !proposal.hasAgreed)
  return (
    <>
      <Refused outcome={accepting.data} error={accepting.error} />
      <div className="row">
        {mayAgree && (
          <Button
            color="primary"
            aria-label={isReady ? proposalWords.makeNowOf(title) : proposalWords.acceptOf(title)}
            onClick={() => !accepting.isPending && accepting.mutate()}
          >
            {isReady ? proposalWords.makeNow : proposalWords.accept}
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
