import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { toSentence } from '../states/problem.tsx'
import { useToast } from '../toasts/use-toast.ts'
import { signOut } from './auth-door.ts'

/** Ends the session, and forgets everything that was read in it. */
export function useSignOut(): () => void {
  const queries = useQueryClient()
  const navigate = useNavigate()
  const toast = useToast()
  return () => {
    signOut().then(
      async () => {
        await navigate({ to: '/sign-in', search: { left: true } })
        // What the sign-in screen itself reads stays.
        queries.removeQueries({ type: 'inactive' })
      },
      (error: Error) => toast({ text: toSentence(error), tone: 'failed' }),
    )
  }
}
