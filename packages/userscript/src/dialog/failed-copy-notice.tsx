import type { FailedCopy } from '@recourse/core'
import type { JSX } from 'preact'
import { Button } from './buttons.tsx'
import { OutLink } from './course-link.tsx'
import { Notice } from './notice.tsx'
import { useUi } from './ui.ts'

export function FailedCopyNotice({ failedCopy }: { readonly failedCopy: FailedCopy | null }): JSX.Element | null {
  const { texts, session } = useUi()
  if (failedCopy === null) return null
  return (
    <Notice tone="bad">
      {texts.copying.failed(failedCopy.from.name)} <OutLink url={failedCopy.url}>{texts.copying.failedLink}</OutLink>{' '}
      <Button kind="link" onClick={() => void session.read()}>
        {texts.again}
      </Button>
    </Notice>
  )
}
