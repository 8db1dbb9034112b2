import { Alert } from '@instructure/ui-alerts'
import { toSentence } from './problem.tsx'

interface RefusedProps {
  readonly outcome: { readonly ok: true } | { readonly ok: false; readonly message: string } | undefined
  readonly error: Error | null
}

/** Why an act was not done, in the place where it was asked for; nothing where it was. */
export function Refused({ outcome, error }: RefusedProps) {
  const message = outcome?.ok === false ? outcome.message : error && toSentence(error)
  if (!message) return null
  return (
    <Alert variant="error" hasShadow={false} margin="0">
      <span role="alert" className="name">
        {message}
      </span>
    </Alert>
  )
}
