import { createCanvas } from '@recourse/canvas'
import { feature } from './feature.ts'
import { drawLive } from './live/draw-live.ts'
import { readLiveRights } from './live/read-rights.ts'
import { type HostPage, isCourseHome, isModulesPage, readCsrfToken, readHostPage, seesModules } from './page.ts'
import { parseHtml } from './parse-html.ts'
import { readSettings } from './settings.ts'
import { joinSharing } from './shared-fetch.ts'

/** Draws a course's Collections above Canvas's list of modules (design *Live collections*). */
export const liveCollections = feature({ id: 'live-collections', on: [isModulesPage, isCourseHome], init })

async function init(signal: AbortSignal): Promise<void> {
  const page = readHostPage()
  if (page === undefined || (isCourseHome() && !(await seesModules(signal)))) return
  const ending = new AbortController()
  signal.addEventListener('abort', () => ending.abort(signal.reason), { once: true })
  try {
    await drawLive({ place: connect(page, ending.signal), page, settings: readSettings(), ending })
  } catch (error) {
    // Vanilla Canvas, as if we had never been there.
    ending.abort(error)
    throw error
  }
}

function connect({ courseId }: HostPage, signal: AbortSignal) {
  const canvas = createCanvas({
    origin: location.origin,
    fetch: joinSharing(),
    auth: { kind: 'session', csrfToken: readCsrfToken },
    signal,
  })
  return { canvas, courseId, parseHtml, signal, rights: () => readLiveRights(canvas, courseId) }
}
