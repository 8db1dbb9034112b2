import type { JSX } from 'preact'
import { useLayoutEffect } from 'preact/hooks'
import { Button } from './buttons.tsx'
import { ErrorNotice } from './error-notice.tsx'
import { Footer } from './footer.tsx'
import { useUi } from './ui.ts'

interface FailedProps {
  readonly error: unknown
  readonly during: 'reading' | 'writing'
  readonly onCancel: () => void
}

/** Reading again is always safe: it finds what was done, and what was not. When the connection is back it does so by itself. */
export function FailedView({ error, during, onCancel }: FailedProps): JSX.Element {
  const { texts, session } = useUi()
  // At once, not after the next paint: the connection may be back by then, and nobody would hear it.
  useLayoutEffect(() => {
    if (navigator.onLine) return undefined
    const again = (): void => void session.read()
    window.addEventListener('online', again, { once: true })
    return () => window.removeEventListener('online', again)
  }, [session])
  return (
    <>
      <div class="dialog-body">
        <ErrorNotice error={error} title={texts.failed[during]} />
      </div>
      <Footer>
        <Button onClick={onCancel}>{texts.close}</Button>
        <Button kind="primary" onClick={() => void session.read()}>
          {texts.tryAgain}
        </Button>
      </Footer>
    </>
  )
}
