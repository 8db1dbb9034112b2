import { queryOptions, useQuery } from '@tanstack/react-query'
import { api } from '../api/api.ts'
import { type Body, read } from '../api/read.ts'
import { peopleWords } from '../words/people-words.ts'

export type Person = Body<Awaited<ReturnType<typeof api.people.$get>>>[number]

export const peopleQuery = queryOptions({
  queryKey: ['people'],
  queryFn: () => read(api.people.$get()),
  staleTime: 30_000,
})

/** Everybody of the workspace; empty while it is not known. */
export function usePeople(): readonly Person[] {
  return useQuery(peopleQuery).data ?? []
}

/** A person's name by their id; an ellipsis while it is not known. */
export function usePeopleNames(): (personId: string) => string {
  const { data, isPending } = useQuery(peopleQuery)
  const names = new Map(data?.map(({ personId, name }) => [personId, name]))
  return personId => names.get(personId) ?? (isPending ? '…' : peopleWords.somebody)
}
