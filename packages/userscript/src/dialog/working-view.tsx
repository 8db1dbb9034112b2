import type { ProceedProgress } from '@recourse/canvas'
import type { JSX } from 'preact'
import type { Texts } from '../texts/en.ts'
import { useUi } from './ui.ts'

export function WorkingView({ progress }: { readonly progress: ProceedProgress }): JSX.Element {
  const { texts } = useUi()
  const { done, total } = progress
  return (
    <div class="middle">
      <h3>{texts.working.heading}</h3>
      <progress {...(total === 0 ? {} : { value: done, max: total })} aria-label={texts.working.heading} />
      <p role="status">{progressWords(progress, texts)}</p>
      <p class="quiet">{texts.working.stay}</p>
    </div>
  )
}

function progressWords({ step, done, total }: ProceedProgress, { working }: Texts): string {
  return step === 'copying-files' ? working[step](done, total) : working[step]
}
