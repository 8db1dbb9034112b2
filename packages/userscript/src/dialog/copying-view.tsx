import type { CopyingNow } from '@recourse/core'
import type { JSX } from 'preact'
import { useUi } from './ui.ts'

/** Canvas is at work: nothing to decide yet, and this goes on by itself. */
export function CopyingView({ copying }: { readonly copying: CopyingNow }): JSX.Element {
  const { texts } = useUi()
  const { percent } = copying
  return (
    <div class="middle" role="status">
      <h3>{texts.copying.heading}</h3>
      <p>{texts.copying.text(copying.from.name)}</p>
      <progress {...(percent === null ? {} : { value: percent, max: 100 })} aria-label={texts.copying.heading} />
      {percent !== null && <p>{texts.copying.percent(percent)}</p>}
      <p class="quiet">{texts.copying.after}</p>
    </div>
  )
}
