import { runDoor } from './cli/run-door.ts'

const stop = new AbortController()

// The first signal closes the sandbox in order; a second one does not wait for that.
for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => stop.abort())

// `recourse sandbox | head -1`: whoever reads has read enough; the sandbox goes on.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
})

process.exitCode = await runDoor({
  words: process.argv.slice(2),
  print: text => process.stdout.write(text),
  say: text => process.stderr.write(text),
  signal: stop.signal,
})
