import { Heading } from '@instructure/ui-heading'
import { IconCheckMarkLine } from '@instructure/ui-icons'
import { Text } from '@instructure/ui-text'
import { useQuery } from '@tanstack/react-query'
import { Screen } from '../frame/screen.tsx'
import { useMe } from '../sign-in/use-me.ts'
import { Empty } from '../states/empty.tsx'
import { Problem } from '../states/problem.tsx'
import { Skeleton } from '../states/skeleton.tsx'
import { proposalWords } from '../words/proposal-words.ts'
import { ProposalCard } from './proposal-card.tsx'
import './proposals.css'
import { type Proposal, proposalsQuery } from './use-proposals.ts'

/** Changes of protected Learning Objects that wait. */
export function ProposalsScreen() {
  const asked = useQuery(proposalsQuery)
  return (
    <Screen title={proposalWords.title}>
      {asked.isPending && <Skeleton lines={5} />}
      {asked.isError && <Problem error={asked.error} onRetry={() => void asked.refetch()} />}
      {asked.data && <Proposals proposals={asked.data} />}
    </Screen>
  )
}

function Proposals({ proposals }: { readonly proposals: readonly Proposal[] }) {
  const me = useMe()
  if (proposals.length === 0) {
    const { none, noneText } = proposalWords
    return <Empty icon={<IconCheckMarkLine size="large" />} title={none} text={noneText} />
  }
  const mine = proposals.filter(({ proposedBy }) => proposedBy === me.personId)
  const others = proposals.filter(({ proposedBy }) => proposedBy !== me.personId)
  const isWaiting = ({ hasAgreed, waitsFor }: Proposal) => !hasAgreed || waitsFor === 0
  return (
    <div className="stack proposals">
      <Text color="secondary">{proposalWords.lead}</Text>
      <Group title={proposalWords.waiting} proposals={others.filter(isWaiting)} />
      <Group title={proposalWords.mine} proposals={mine} isMine />
      <Group title={proposalWords.agreed} proposals={others.filter(each => !isWaiting(each))} />
    </div>
  )
}

interface GroupProps {
  readonly title: string
  readonly proposals: readonly Proposal[]
  readonly isMine?: boolean
}

function Group({ title, proposals, isMine = false }: GroupProps) {
  if (proposals.length === 0) return null
  return (
    <section className="stack">
      <Heading level="h2" variant="titleSection">
        {title}
      </Heading>
      {proposals.map(proposal => (
        <ProposalCard key={proposal.proposalId} proposal={proposal} isMine={isMine} />
      ))}
    </section>
  )
}
