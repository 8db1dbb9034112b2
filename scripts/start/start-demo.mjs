import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { root } from '../prepare.mjs'
import { describeLibrary } from './library-words.mjs'
import { takePorts } from './ports.mjs'
import { describeSandbox } from './sandbox-words.mjs'
import { startServer, stopServers } from './servers.mjs'

const folder = process.env.RECOURSE_DEMO_DATA ?? join(tmpdir(), `recourse-demo-${userInfo().username}`)
const userscript = join(root, 'packages/userscript/dist/recourse.user.js')

/** Starts the library and the sandbox Canvas with their demo courses, and says what to try; runs until it is stopped. */
export async function startDemo() {
  const ports = await takePorts()
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stopServers)
  const [library, sandbox] = await Promise.all([startLibrary(ports.library), startSandbox(ports.sandbox)])
  if (sandbox !== undefined) console.log(describeSandbox(sandbox))
  console.log(describeLibrary(library, folder))
  console.log('\nCtrl-C stops everything.\n')
}

/** Nothing of the person's own settings: the demo is never put into the library that they use. */
function startLibrary(port) {
  const env = Object.entries(process.env).filter(([name]) => name !== 'DATABASE_URL' && !name.startsWith('RECOURSE_'))
  return startServer(['serve', '--demo', '--json', '--port', String(port)], {
    ...Object.fromEntries(env),
    RECOURSE_DATA: folder,
  })
}

function startSandbox(port) {
  if (process.env.RECOURSE_CANVAS_URL) return undefined
  return startServer(['sandbox', '--port', String(port), '--theme-js', userscript])
}
