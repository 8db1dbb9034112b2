import { Heading } from '@instructure/ui-heading'
import { IconCompleteSolid, IconWarningSolid } from '@instructure/ui-icons'
import { Text } from '@instructure/ui-text'
import { copyWords } from '../words/copy-words.ts'
import type { CopyReport } from './use-preview.ts'

/** What was asked of the rows themselves before the copy was kept. */
export function Proof({ checks }: { readonly checks: CopyReport['checks'] }) {
  return (
    <section className="proof">
      <Heading level="h3" variant="titleCardRegular">
        {copyWords.proved}
      </Heading>
      <Text as="p">{copyWords.provedText}</Text>
      <ul>
        {checks.map(({ invariant, offending }) => (
          <li key={invariant}>
            {offending === 0 ? (
              <IconCompleteSolid color="success" aria-hidden="true" />
            ) : (
              <IconWarningSolid color="error" aria-hidden="true" />
            )}
            <span>{offending === 0 ? invariant : `${invariant}: ${copyWords.failed(offending)}`}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
