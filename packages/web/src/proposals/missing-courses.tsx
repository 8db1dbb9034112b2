import { Text } from '@instructure/ui-text'
import { CourseNames } from '../history/course-names.tsx'
import { proposalWords } from '../words/proposal-words.ts'
import type { Proposal } from './use-proposals.ts'

/** Of which courses nobody has agreed so far. */
export function MissingCourses({ proposal }: { readonly proposal: Proposal }) {
  const missing = proposal.courses.filter(({ isAgreed }) => !isAgreed)
  const hidden = Math.max(0, proposal.waitsFor - missing.length)
  if (missing.length + hidden === 0) return <Text as="p">{proposalWords.nobodyMissing}</Text>
  return (
    <Text as="p">
      {proposalWords.missing} <CourseNames courses={missing} hidden={hidden} />.
    </Text>
  )
}
