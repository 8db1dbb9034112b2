import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { api } from '../api/api.ts'
import { act, type Body } from '../api/read.ts'

/** Whom a one-time link is for, and what it asks for. */
export type Link = Body<Awaited<ReturnType<(typeof api)['sign-in']['links'][':token']['$get']>>>

type LinkAnswer = Partial<Record<Link['asksFor'][number], string>>

/** Uses the link up; whoever did is signed in. */
export function useTakeLink(token: string) {
  const navigate = useNavigate()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (json: LinkAnswer) => act(api['sign-in'].links[':token'].$post({ param: { token }, json })),
    onSuccess: async outcome => {
      if (!outcome.ok) return
      queries.clear()
      await navigate({ to: outcome.value.isSignedIn ? '/courses' : '/sign-in' })
    },
  })
}
