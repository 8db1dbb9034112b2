import { Alert } from '@instructure/ui-alerts'
import { ToggleDetails } from '@instructure/ui-toggle-details'
import { copyWords } from '../words/copy-words.ts'
import type { CopyReport } from './use-preview.ts'

/** What a person should know before: equal titles, styles that are lost, links that lead out. */
export function CopyWarnings({ report }: { readonly report: CopyReport }) {
  const { hasEqualTitle, unstyled, outsideLinks } = report
  const outside = outsideLinks ?? []
  return (
    <>
      {hasEqualTitle && <Warning text={copyWords.equalTitle} names={[]} />}
      {unstyled.length > 0 && (
        <Warning text={copyWords.unstyled(unstyled.length)} names={unstyled.map(({ title }) => title)} />
      )}
      {outside.length > 0 && (
        <Warning
          text={copyWords.outside(outside.length)}
          names={outside.map(each => copyWords.outsideLink(each.pageTitle))}
        />
      )}
    </>
  )
}

function Warning({ text, names }: { readonly text: string; readonly names: readonly string[] }) {
  return (
    <Alert variant="warning" hasShadow={false} margin="0">
      {text}
      {names.length > 0 && (
        <ToggleDetails summary={copyWords.showList} size="small">
          <NameList names={names} />
        </ToggleDetails>
      )}
    </Alert>
  )
}

/** Long lists scroll where they are. */
export function NameList({ names }: { readonly names: readonly string[] }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard has to get into it.
    <ul className="copy-names" tabIndex={0}>
      {names.map((name, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: titles may be equal, and the list never changes.
        <li key={place} className="name">
          {name}
        </li>
      ))}
    </ul>
  )
}
