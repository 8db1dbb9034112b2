import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { api } from '../api/api.ts'
import { ApiFault } from '../api/api-fault.ts'
import { read } from '../api/read.ts'
import { RouteLink } from '../frame/route-link.tsx'
import { Problem } from '../states/problem.tsx'
import { Skeleton } from '../states/skeleton.tsx'
import { signInWords } from '../words/sign-in-words.ts'
import { LinkForm } from './link-form.tsx'
import { SignInCard } from './sign-in-card.tsx'

const route = getRouteApi('/links/$token')

/** What a one-time link opens: a password is chosen, and the person is signed in. */
export function LinkScreen() {
  const { token } = route.useParams()
  const link = useQuery({
    queryKey: ['link', token],
    queryFn: () => read(api['sign-in'].links[':token'].$get({ param: { token } })),
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  })
  if (link.isPending) {
    return (
      <SignInCard title={signInWords.title}>
        <Skeleton lines={3} />
      </SignInCard>
    )
  }
  if (link.isError) return <LinkGone error={link.error} onRetry={() => void link.refetch()} />
  return (
    <SignInCard title={signInWords.linkTitle(link.data.name)}>
      <LinkForm token={token} link={link.data} />
    </SignInCard>
  )
}

function LinkGone({ error, onRetry }: { readonly error: Error; readonly onRetry: () => void }) {
  const isGone = error instanceof ApiFault && (error.kind === 'missing' || error.kind === 'refused')
  return (
    <SignInCard title={isGone ? signInWords.linkGone : signInWords.title}>
      {isGone ? <p>{signInWords.linkGoneText}</p> : <Problem error={error} onRetry={onRetry} />}
      <RouteLink to="/sign-in" isWithinText>
        {signInWords.title}
      </RouteLink>
    </SignInCard>
  )
}
