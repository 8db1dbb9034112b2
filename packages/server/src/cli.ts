import { setMaxListeners } from 'node:events'
import { readFileSync } from 'node:fs'
import { interruptBy, runCli } from './cli/run-cli.ts'

const manifest: { readonly version: string } = JSON.parse(
  readFileSync(new URL('../package.json', import.meta.url), 'utf8'),
)

const stop = new AbortController()
// One per request under way, which is no leak.
setMaxListeners(0, stop.signal)

// The first Ctrl-C ends the work in order and says how far it got; the second one does not wait for that.
process.once('SIGINT', () => {
  interruptBy(stop)
  process.once('SIGINT', () => process.exit(130))
})
// Said twice where a whole group of processes is told and a parent tells its children too; whoever cannot wait kills.
process.on('SIGTERM', () => interruptBy(stop))
// The terminal was closed.
process.on('SIGHUP', () => interruptBy(stop))

// `recourse … | head`: whoever reads has read enough.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit()
})

process.exitCode = await runCli({
  words: process.argv.slice(2),
  env: process.env,
  streams: process,
  fetch: request => fetch(request),
  now: () => new Date(),
  platform: process.platform,
  version: manifest.version,
  stop,
})
