import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { ApiFault, isSignedOut } from './api-fault.ts'
import { sessionEnded } from './session.ts'

/** Asks again only where that may help: not when the server has said no. */
function retries(count: number, error: Error): boolean {
  return count < 2 && error instanceof ApiFault && (error.kind === 'unreachable' || error.kind === 'busy')
}

export function createQueryClient(): QueryClient {
  const onError = (error: Error) => {
    if (isSignedOut(error)) sessionEnded.announce()
  }
  return new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: { retry: retries, staleTime: 10_000, networkMode: 'always' },
      mutations: { retry: false, networkMode: 'always' },
    },
  })
}
