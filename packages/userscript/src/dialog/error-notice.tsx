import { isCanvasError } from '@recourse/canvas'
import type { JSX } from 'preact'
import type { Texts } from '../texts/en.ts'
import { CopyButton } from './copy-button.tsx'
import { Notice } from './notice.tsx'
import { useUi } from './ui.ts'

interface ErrorNoticeProps {
  readonly error: unknown
  /** What did not work, as a heading. */
  readonly title?: string
}

/** What went wrong in words, what to do, and what support needs to know. */
export function ErrorNotice({ error, title }: ErrorNoticeProps): JSX.Element {
  const { texts, describeError } = useUi()
  return (
    <Notice tone="bad" isNews>
      {title !== undefined && <h3>{title}</h3>}
      <p>{errorWords(error, texts)}</p>
      {isCanvasError(error) && error.mayHaveActed && <p>{texts.failed.mayHaveActed}</p>}
      <CopyButton text={() => describeError(error)} label={texts.failed.details} />
    </Notice>
  )
}

function errorWords(error: unknown, { failed }: Texts): string {
  if (!isCanvasError(error)) return failed.defect
  if (error.kind === 'down' && !navigator.onLine) return failed.offline
  return failed.kinds[error.kind]
}
