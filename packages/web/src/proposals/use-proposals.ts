import { queryOptions } from '@tanstack/react-query'
import { api } from '../api/api.ts'
import { type Body, read } from '../api/read.ts'

type ProposalList = Body<Awaited<ReturnType<typeof api.proposals.$get>>>

/** A change that waits for its courses. */
export type Proposal = ProposalList['rows'][number]

/** Of the page, or as it was proposed where the page is no longer shown to this person. */
export function titleOf({ current, proposed }: Proposal): string {
  return (current ?? proposed).title
}

export const proposalsQuery = queryOptions({
  queryKey: ['proposals'],
  queryFn: async ({ signal }) => (await read(api.proposals.$get({}, { init: { signal } }))).rows,
})
