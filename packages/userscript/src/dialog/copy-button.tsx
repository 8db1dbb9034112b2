import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { Button } from './buttons.tsx'
import { useUi } from './ui.ts'

interface CopyButtonProps {
  readonly text: () => string
  readonly label: string
}

/** Copies a text; where the browser will not, shows it to be copied by hand. */
export function CopyButton({ text, label }: CopyButtonProps): JSX.Element {
  const { texts } = useUi()
  const [outcome, setOutcome] = useState<'none' | 'copied' | 'refused'>('none')
  const copy = (): void => {
    writeClipboard(text()).then(
      () => setOutcome('copied'),
      () => setOutcome('refused'),
    )
  }
  return (
    <span class="copy">
      <Button onClick={copy}>{label}</Button>{' '}
      <span role="status" class="quiet">
        {outcome === 'copied' && texts.failed.copied}
        {outcome === 'refused' && texts.failed.notCopied}
      </span>
      {outcome === 'refused' && <pre class="raw">{text()}</pre>}
    </span>
  )
}

/** Absent where the page is not secure. */
async function writeClipboard(text: string): Promise<void> {
  await navigator.clipboard.writeText(text)
}
