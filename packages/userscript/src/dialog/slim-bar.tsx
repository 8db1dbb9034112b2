import type { JSX } from 'preact'
import type { ImportState, Phase } from '../import/import-state.ts'
import { sourceShort } from '../import/plan-words.ts'
import { Button } from './buttons.tsx'
import { Icon } from './icon.tsx'
import { type Ui, useUi } from './ui.ts'

interface SlimBarProps {
  readonly state: ImportState
  readonly onOpen: () => void
  /** `undefined` where it stays until something is decided. */
  readonly onDismiss: (() => void) | undefined
}

/** Stands in the dialog's place, so that the page can be worked on (design *The dialog*). */
export function SlimBar({ state, onOpen, onDismiss }: SlimBarProps): JSX.Element {
  const ui = useUi()
  const { texts } = ui
  const { phase, facts } = state
  const open = phase.kind === 'ready' ? phase.plan.reasons.length : 0
  const mayEdit = facts?.rights.editPages === true
  const label = phase.kind === 'nothing' ? texts.bar.history : mayEdit ? texts.bar.review : texts.bar.look
  return (
    <section class="bar" aria-label={texts.bar.label}>
      <span class="bar-text" role="status">
        {barWords(phase, ui)}
      </span>
      <Button kind="primary" onClick={onOpen}>
        {label}
      </Button>
      {open > 0 && <span class="bar-open">{texts.toLookAt(open)}</span>}
      {onDismiss !== undefined && (
        <button type="button" class="button button-icon" aria-label={texts.bar.dismiss} onClick={onDismiss}>
          <Icon name="close" />
        </button>
      )}
    </section>
  )
}

function barWords(phase: Phase, { texts, format }: Ui): string {
  const { bar } = texts
  switch (phase.kind) {
    case 'ready':
      return bar.waiting(sourceShort(phase.plan.source, texts))
    case 'copying': {
      const { percent } = phase.copying
      return bar.copying(percent === null ? null : texts.copying.percent(percent))
    }
    case 'nothing':
      return nothingWords(phase.plan, { texts, format })
    case 'reading':
      return texts.reading
    case 'stuck':
    case 'working':
    case 'done':
    case 'refused':
    case 'failed':
      return bar[phase.kind]
    default:
      return phase satisfies never
  }
}

function nothingWords(
  { why, parked, page }: Extract<Phase, { readonly kind: 'nothing' }>['plan'],
  { texts, format }: Pick<Ui, 'texts' | 'format'>,
): string {
  const offered = parked.filter(({ offer }) => offer !== null).length
  if (offered > 0) return texts.parked.offered(offered)
  const at = page?.reading.ok === true ? page.reading.page.configuration.imported?.at : undefined
  return at === undefined || why === 'blank' ? texts.nothing[why] : texts.bar.imported(format.instant(at))
}
