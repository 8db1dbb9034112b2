import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { root } from '../prepare.mjs'

const running = new Set()
let exitCode = 0

/** Starts a server of ours, and gives what its first line says. Where one ends, for whatever reason, all do. */
export async function startServer(words, env = process.env) {
  const options = { cwd: root, env, stdio: ['ignore', 'pipe', 'inherit'] }
  const server = spawn(process.execPath, [join(root, 'bin/recourse.mjs'), ...words], options)
  running.add(server)
  server.on('exit', (code, signal) => {
    running.delete(server)
    exitCode ||= code ?? (signal === 'SIGTERM' ? 0 : 1)
    stopServers()
  })
  for await (const line of createInterface({ input: server.stdout })) return JSON.parse(line)
  // It has said why on standard error; its exit ends this process.
  return new Promise(() => undefined)
}

/** Each in order, asked once: a second signal would not let it finish. Ends this process after the last. */
export function stopServers() {
  if (running.size === 0) process.exit(exitCode)
  for (const server of running) {
    if (asked.has(server)) continue
    asked.add(server)
    server.kill('SIGTERM')
  }
}

const asked = new WeakSet()
