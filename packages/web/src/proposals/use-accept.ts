import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '../api/api.ts'
import { act } from '../api/read.ts'
import { useToast } from '../toasts/use-toast.ts'
import { proposalWords } from '../words/proposal-words.ts'
import { type Proposal, titleOf } from './use-proposals.ts'

/** A person agrees for every course of theirs at once, so any of them may be named. */
export function useAccept(proposal: Proposal) {
  const { proposalId, courses } = proposal
  const toast = useToast()
  const queries = useQueryClient()
  const courseId = courses[0]?.courseId ?? ''
  return useMutation({
    mutationFn: () => act(api.proposals[':proposalId'].accept.$post({ param: { proposalId }, json: { courseId } })),
    onSuccess: async outcome => {
      if (!outcome.ok) return
      const { changeId, value } = outcome
      if (value.kind === 'waits') toast({ text: proposalWords.waits(value.courses), tone: 'done' })
      else toast({ text: proposalWords.saved(titleOf(proposal)), tone: 'done', changeId })
      await queries.invalidateQueries()
    },
  })
}
