import { Alert } from '@instructure/ui-alerts'
import { useQueryClient } from '@tanstack/react-query'
import { getRouteApi, useRouter } from '@tanstack/react-router'
import { signInWords } from '../words/sign-in-words.ts'
import { SignInCard } from './sign-in-card.tsx'
import { SignInWays } from './sign-in-ways.tsx'

const route = getRouteApi('/sign-in')

export function SignInScreen() {
  const { to, left, isRefused } = route.useSearch()
  const router = useRouter()
  const queries = useQueryClient()
  const goOn = () => {
    queries.clear()
    router.history.push(to ?? '/courses')
  }
  return (
    <SignInCard title={signInWords.title}>
      {left && (
        <Alert variant="success" hasShadow={false} margin="0">
          {signInWords.signedOut}
        </Alert>
      )}
      {isRefused && (
        <Alert variant="error" hasShadow={false} margin="0">
          {signInWords.notLetIn}
        </Alert>
      )}
      <SignInWays to={to ?? '/courses'} onSignedIn={goOn} />
    </SignInCard>
  )
}
