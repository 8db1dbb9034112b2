import { Alert } from '@instructure/ui-alerts'
import { Heading } from '@instructure/ui-heading'
import { Text } from '@instructure/ui-text'
import { CourseChanged } from '../courses/course-changed.tsx'
import { proposalWords } from '../words/proposal-words.ts'
import { MissingCourses } from './missing-courses.tsx'
import { PageChanges } from './page-changes.tsx'
import { ProposalActs } from './proposal-acts.tsx'
import { type Proposal, titleOf } from './use-proposals.ts'

interface ProposalCardProps {
  readonly proposal: Proposal
  readonly isMine: boolean
}

/** Who wants to change what, how, and whom it waits for. */
export function ProposalCard({ proposal, isMine }: ProposalCardProps) {
  const { base, current, proposed, objectName, proposedByName, createdAt } = proposal
  const isLost = proposal.courses.length === 0 || base === null || current === null
  const hasMovedOn = !isLost && JSON.stringify(base) !== JSON.stringify(current)
  return (
    <article className="proposal stack">
      <div>
        <Heading level="h3" variant="titleCardRegular">
          <span className="name">{titleOf(proposal)}</span>
        </Heading>
        <Text size="small" color="secondary">
          <span className="name">
            {objectName !== null && `${proposalWords.about(objectName)} · `}
            {isMine ? proposalWords.byYou : proposalWords.by(proposedByName)} ·{' '}
          </span>
          <CourseChanged at={createdAt} />
        </Text>
      </div>
      {isLost ? <Text as="p">{proposalWords.lost}</Text> : <PageChanges from={base} to={proposed} />}
      {hasMovedOn && (
        <Alert variant="warning" hasShadow={false} margin="0">
          {proposalWords.movedOn}
        </Alert>
      )}
      {!isLost && <MissingCourses proposal={proposal} />}
      <ProposalActs proposal={proposal} isMine={isMine} />
    </article>
  )
}
