import { type Canvas, createCanvas } from '@recourse/canvas'
import { mountImport } from './dialog/mount.tsx'
import type { Ui } from './dialog/ui.ts'
import { feature } from './feature.ts'
import { askRights } from './import/ask-rights.ts'
import { chooseEntry, visitKey } from './import/entry.ts'
import { createImportSession, type ImportSession } from './import/import-session.ts'
import { isSettled } from './import/is-settled.ts'
import { createRequestLog, type RequestLog } from './import/request-log.ts'
import { describeForSupport } from './import/support-details.ts'
import { hasSeen, markSeen } from './memory.ts'
import {
  type HostPage,
  isCourseHome,
  isModulesPage,
  isOlderCollectionsHere,
  isOlderDialogSilenced,
  readCsrfToken,
  readDirection,
  readHostPage,
  readLanguage,
  seesModules,
} from './page.ts'
import { announceWrite, onAskedForImportDialog, onAskedForStaticPages } from './page-events.ts'
import { parseHtml } from './parse-html.ts'
import { readSettings } from './settings.ts'
import { joinSharing } from './shared-fetch.ts'
import { pickTexts } from './texts/pick-texts.ts'

/** Asks how to proceed with Collections in a course that was copied (design *The dialog*). */
export const importDialog = feature({ id: 'import-dialog', on: [isModulesPage, isCourseHome], init })

async function init(signal: AbortSignal): Promise<void> {
  const page = readHostPage()
  if (page === undefined || (isCourseHome() && !(await seesModules(signal)))) return
  const log = createRequestLog()
  const { canvas, isStaff } = await askRights(connect(log, signal), page.courseId)
  if (!isStaff) return
  const session = createImportSession({ canvas, ...page, ...readSettings(), parseHtml, signal })
  let shown: AbortController | undefined
  const show = (entry: 'dialog' | 'bar'): void => {
    shown?.abort()
    if (signal.aborted) return
    shown = endingWith(signal)
    const onSeen = (): void => markOpened(session, page)
    const opensItself = entry === 'dialog'
    if (opensItself) onSeen()
    const ui = createUi(session, { page, log })
    mountImport({ ui, direction: readDirection(), opensItself, onSeen, signal: shown.signal })
  }
  const open = (): void => {
    show('dialog')
    if (session.state.get().facts === null) void session.read()
  }
  onAskedForImportDialog(open, signal)
  onAskedForStaticPages(() => {
    open()
    void session.claytons.look()
  }, signal)
  // Where 1.3 draws there is no live view, and no other way to the history.
  if (!isOlderCollectionsHere() && (await isSettled(connect(log, signal), page.courseId, parseHtml))) return
  await untilThereIsSomething(session, show, key => hasSeen(personal(key, page)))
}

function endingWith(signal: AbortSignal): AbortController {
  const controller = new AbortController()
  signal.addEventListener('abort', () => controller.abort(), { once: true })
  return controller
}

function markOpened(session: ImportSession, page: HostPage): void {
  const { facts } = session.state.get()
  if (facts !== null) markSeen(personal(visitKey(facts), page), facts.readAt)
}

function connect(log: RequestLog, signal: AbortSignal): Canvas {
  return createCanvas({
    origin: location.origin,
    fetch: joinSharing(),
    auth: { kind: 'session', csrfToken: readCsrfToken },
    onRequest: event => {
      log.note(event)
      if (event.method !== 'GET' && event.status !== undefined && event.status < 300) announceWrite()
    },
    signal,
  })
}

/** Shows itself once there is reason to: now, or when Canvas has copied a configuration here. */
async function untilThereIsSomething(
  session: ImportSession,
  show: (entry: 'dialog' | 'bar') => void,
  isSeen: (key: string) => boolean,
): Promise<void> {
  let isShown = false
  const look = (): void => {
    const { phase, facts } = session.state.get()
    const entry = isShown ? 'none' : chooseEntry(phase, facts, isSeen)
    if (entry === 'none') return
    isShown = true
    show(entry)
  }
  const end = session.state.subscribe(look)
  await session.read()
  end()
  const { phase } = session.state.get()
  if (isShown || phase.kind !== 'failed') return
  // Whose dialog was put out of reach must not be left with nothing.
  if (isOlderDialogSilenced()) show('bar')
  else throw phase.error
}

function personal(key: string, { userId }: HostPage): string {
  return `${key}-${userId ?? ''}`
}

interface UiParts {
  readonly page: HostPage
  readonly log: RequestLog
}

function createUi(session: ImportSession, { page, log }: UiParts): Ui {
  return {
    ...pickTexts(readLanguage()),
    session,
    origin: location.origin,
    courseUrl: `${location.origin}/courses/${page.courseId}`,
    isDrawnByOlder: isOlderCollectionsHere,
    reloadPage: () => location.reload(),
    describeError: error =>
      describeForSupport(error, {
        version: __VERSION__,
        place: location.origin + location.pathname,
        at: new Date().toISOString(),
        browser: navigator.userAgent,
        requests: log.lines(),
      }),
  }
}
