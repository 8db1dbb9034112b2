import { Alert } from '@instructure/ui-alerts'
import { Button } from '@instructure/ui-buttons'
import { Heading } from '@instructure/ui-heading'
import { Text } from '@instructure/ui-text'
import { ApiFault } from '../api/api-fault.ts'
import { frameWords } from '../words/frame-words.ts'

/** Something could not be read: what it was, what to do next, and doing it again in one press. */
export function Problem({ error, onRetry }: { readonly error: Error; readonly onRetry?: () => void }) {
  return (
    <Alert variant="error" hasShadow={false} margin="0 0 medium">
      <div className="stack-tight" role="alert">
        <Heading level="h2" variant="titleCardRegular">
          {frameWords.problem}
        </Heading>
        <Text as="p">{toSentence(error)}</Text>
        {onRetry && (
          <div>
            <Button onClick={onRetry}>{frameWords.again}</Button>
          </div>
        )}
      </div>
    </Alert>
  )
}

/** Our own faults say what to do; a bug of ours has no sentence for anybody. */
export function toSentence(error: Error): string {
  if (error instanceof ApiFault) return error.message
  return 'Recourse has a fault here. Load the page again; if it comes back, tell an administrator what you did before it.'
}
