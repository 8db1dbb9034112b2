import { Alert } from '@instructure/ui-alerts'
import { Button } from '@instructure/ui-buttons'
import { Text } from '@instructure/ui-text'
import { useMutation, useQuery } from '@tanstack/react-query'
import { api } from '../api/api.ts'
import { read } from '../api/read.ts'
import { Problem, toSentence } from '../states/problem.tsx'
import { Skeleton } from '../states/skeleton.tsx'
import { signInWords } from '../words/sign-in-words.ts'
import { goToProvider } from './auth-door.ts'
import { SignInForm } from './sign-in-form.tsx'

interface WaysProps {
  /** Where to go on afterwards. */
  readonly to: string
  readonly onSignedIn: () => void
}

/** Every way into this library that its administrator has set up. */
export function SignInWays({ to, onSignedIn }: WaysProps) {
  const ways = useQuery({ queryKey: ['ways'], queryFn: () => read(api['sign-in'].ways.$get()), staleTime: 300_000 })
  if (ways.isPending) return <Skeleton lines={3} />
  if (ways.isError) return <Problem error={ways.error} onRetry={() => void ways.refetch()} />
  const { password, oidc } = ways.data
  if (!password && oidc === null) return <Text as="p">{signInWords.noWay}</Text>
  return (
    <div className="stack">
      {password && <SignInForm onSignedIn={onSignedIn} />}
      {password && oidc && <p className="sign-in-or">{signInWords.or}</p>}
      {oidc && <ProviderButton name={oidc.name} providerId={oidc.providerId} to={to} isMain={!password} />}
      {password && (
        <Text as="p" size="small" color="secondary">
          {signInWords.forgotten}
        </Text>
      )}
    </div>
  )
}

interface ProviderProps {
  readonly name: string
  readonly providerId: string
  readonly to: string
  readonly isMain: boolean
}

function ProviderButton({ name, providerId, to, isMain }: ProviderProps) {
  const going = useMutation({ mutationFn: () => goToProvider(providerId, to) })
  return (
    <>
      {going.error && (
        <Alert variant="error" hasShadow={false} margin="0">
          <span role="alert">{toSentence(going.error)}</span>
        </Alert>
      )}
      <Button display="block" color={isMain ? 'primary' : 'secondary'} onClick={() => going.mutate()}>
        {signInWords.with(name)}
      </Button>
    </>
  )
}
