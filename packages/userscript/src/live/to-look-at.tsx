import type { Card, LiveModule } from '@recourse/core'
import type { ComponentChildren, JSX } from 'preact'
import { askForImportDialog } from '../page-events.ts'
import type { LiveFacts } from './live-facts.ts'
import type { KnownState } from './live-state.ts'
import { moduleUrl, useLiveUi } from './live-ui.ts'

interface ToLookAtProps {
  readonly state: KnownState
  readonly failedImages: readonly Card[]
}

/** Each thing that wants a look, with what to do about it. */
export function ToLookAt({ state, failedImages }: ToLookAtProps): JSX.Element {
  const ui = useLiveUi()
  const { status, attention } = ui.texts.live
  const { parked } = state.facts.configuration
  const loose = findLoose(state.facts)
  const missing = state.kind === 'drawn' && state.included?.kind === 'missing' ? state.included.title : undefined
  const things: readonly ComponentChildren[] = [
    failedImages.length > 0 && <Modules words={attention.images(failedImages.length)} modules={failedImages} />,
    missing !== undefined && (
      <>
        {ui.texts.live.noPage(missing)} <a href={`${ui.courseUrl}/pages`}>{ui.texts.live.pages}</a>
      </>
    ),
    loose.length > 0 && <Modules words={attention.loose(loose.length)} modules={loose.map(toNamed)} />,
    parked.length > 0 && attention.parked(parked.length),
  ].filter(thing => thing !== false)
  const history = (
    <button type="button" class="button" onClick={askForImportDialog}>
      {status.history}
    </button>
  )
  if (things.length === 0) return history
  return (
    <details class="things">
      <summary>{status.open(things.length)}</summary>
      <ul>
        {things.map((thing, at) => (
          <li key={String(at)}>{thing}</li>
        ))}
      </ul>
      {history}
    </details>
  )
}

interface Named {
  readonly moduleId: LiveModule['id']
  readonly name: string
}

const toNamed = ({ id, name }: LiveModule): Named => ({ moduleId: id, name })

/** More names than this are no help. */
const NAMED = 10

function Modules({ words, modules }: { readonly words: string; readonly modules: readonly Named[] }): JSX.Element {
  const ui = useLiveUi()
  return (
    <>
      {words}:{' '}
      {modules.slice(0, NAMED).map(({ moduleId, name }, at) => (
        <span key={moduleId}>
          {at > 0 && ', '}
          <a href={moduleUrl(ui, moduleId)}>{name}</a>
        </span>
      ))}
      {modules.length > NAMED && ' …'}
    </>
  )
}

/** In no collection, and no collection takes such modules in. */
function findLoose({ configuration, modules }: LiveFacts): readonly LiveModule[] {
  if (configuration.collections.some(({ unallocated }) => unallocated)) return []
  const names = new Set(configuration.collections.map(({ name }) => name))
  const placed = new Set(
    configuration.modules.flatMap(({ id, collection }) => (collection !== null && names.has(collection) ? [id] : [])),
  )
  return modules.filter(({ id }) => !placed.has(id))
}
