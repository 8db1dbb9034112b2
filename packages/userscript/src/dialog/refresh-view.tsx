import type { LossCount } from '@recourse/core'
import type { JSX } from 'preact'
import type { Texts } from '../texts/en.ts'
import { Button } from './buttons.tsx'
import { Footer } from './footer.tsx'
import { Notice } from './notice.tsx'
import { useUi } from './ui.ts'

interface RefreshProps {
  /** `null` where the page cannot be read, and nobody knows what is on it. */
  readonly loss: LossCount | null
  readonly onBack: () => void
  readonly onDone: () => void
}

/** The second confirmation, which names the loss (design *Words*). Going back is what Enter and Esc are near to. */
export function RefreshView({ loss, onBack, onDone }: RefreshProps): JSX.Element {
  const { texts, session } = useUi()
  const refresh = (): void => {
    session.choose({ action: 'refresh' })
    onDone()
    void session.proceed()
  }
  return (
    <>
      <div class="dialog-body">
        <Notice tone="bad">
          <h3>{texts.confirm.heading}</h3>
          <p>{texts.confirm.loss(loss === null ? [] : lossParts(loss, texts))}</p>
          <p>{texts.confirm.history}</p>
        </Notice>
      </div>
      <Footer
        aside={
          <Button kind="danger" onClick={refresh}>
            {texts.confirm.yes}
          </Button>
        }
      >
        <Button onClick={onBack}>{texts.confirm.no}</Button>
      </Footer>
    </>
  )
}

function lossParts(loss: LossCount, { confirm }: Texts): readonly string[] {
  const kinds = ['collections', 'descriptions', 'images', 'dates', 'parked'] as const
  return kinds.filter(kind => loss[kind] > 0).map(kind => confirm.lossParts[kind](loss[kind]))
}
