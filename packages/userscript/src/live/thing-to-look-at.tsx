import type { Attention, NamedModule } from '@recourse/core'
import type { ComponentChildren, JSX } from 'preact'
import { askForImportDialog } from '../page-events.ts'
import { type LiveUi, moduleUrl, useLiveUi } from './live-ui.ts'

interface ThingProps {
  readonly thing: Attention
  /** Of the static pages. */
  readonly onUpdate: () => void
}

/** One thing that wants a look, with the way to where it is put right. */
export function Thing({ thing, onUpdate }: ThingProps): JSX.Element {
  const ui = useLiveUi()
  return <li>{words(thing, onUpdate, ui)}</li>
}

function words(thing: Attention, onUpdate: () => void, ui: LiveUi): ComponentChildren {
  const { attention, status, pages } = ui.texts.live
  switch (thing.kind) {
    case 'missing-images':
      return <Modules text={attention.images(thing.modules.length)} modules={thing.modules} />
    case 'no-collection':
      return <Modules text={attention.loose(thing.modules.length)} modules={thing.modules} />
    case 'parked':
      return <DialogThing text={attention.parked(thing.count)} label={status.history} onClick={askForImportDialog} />
    case 'unknown-page':
      return <PageThing text={attention.unknown(thing.title, thing.collection)} link={pages} path="" />
    case 'unwritten-page':
      return (
        <DialogThing
          text={attention.unwritten(thing.title, thing.collection)}
          label={attention.write}
          onClick={onUpdate}
        />
      )
    case 'unpublished-page':
      return (
        <PageThing
          text={attention.unpublished(thing.title, thing.collection)}
          link={attention.openPage}
          path={`/${encodeURIComponent(thing.slug)}`}
        />
      )
    case 'outdated-page':
      return (
        <DialogThing
          text={attention.outdated(thing.title, thing.collection)}
          label={attention.write}
          onClick={onUpdate}
        />
      )
    default:
      return thing satisfies never
  }
}

interface DialogThingProps {
  readonly text: string
  readonly label: string
  readonly onClick: () => void
}

/** The import dialog also holds what is kept for later, and writes static pages. */
function DialogThing({ text, label, onClick }: DialogThingProps): JSX.Element {
  return (
    <>
      {text}{' '}
      <button type="button" class="button" onClick={onClick}>
        {label}
      </button>
    </>
  )
}

interface PageThingProps {
  readonly text: string
  readonly link: string
  readonly path: string
}

function PageThing({ text, link, path }: PageThingProps): JSX.Element {
  const { courseUrl } = useLiveUi()
  return (
    <>
      {text} <a href={`${courseUrl}/pages${path}`}>{link}</a>
    </>
  )
}

/** More names than this are no help. */
const NAMED = 10

function Modules({ text, modules }: { readonly text: string; readonly modules: readonly NamedModule[] }): JSX.Element {
  const ui = useLiveUi()
  return (
    <>
      {text}:{' '}
      {modules.slice(0, NAMED).map(({ id, name }, at) => (
        <span key={id}>
          {at > 0 && ', '}
          <a href={moduleUrl(ui, id)}>{name}</a>
        </span>
      ))}
      {modules.length > NAMED && ' …'}
    </>
  )
}
