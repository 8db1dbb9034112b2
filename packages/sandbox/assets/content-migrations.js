// The copy screen: the list of jobs is asked for again while one of them runs.
import { ask, attempt, later } from './ask.js'

const EVERY_MS = 500
const jobs = () => document.querySelector('#content_migrations')
const isRunning = () => jobs().querySelector('[data-state]:not([data-state="completed"], [data-state="failed"])')
let isWatching = false

/** The server draws the list; only that part of the page is replaced. */
async function refresh() {
  const { text } = await ask('GET', location.pathname)
  const page = new DOMParser().parseFromString(text, 'text/html')
  for (const id of ['content_migrations', 'no_content_migrations']) {
    document.getElementById(id).replaceWith(document.adoptNode(page.getElementById(id)))
  }
}

async function watch() {
  if (isWatching) return
  isWatching = true
  await attempt(async () => {
    while (isRunning()) {
      await later(EVERY_MS)
      await refresh()
    }
  })
  isWatching = false
}

document.addEventListener('saved', () => void attempt(refresh).then(watch))
void watch()
