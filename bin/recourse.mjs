#!/usr/bin/env node
// The command, plain JavaScript and committed: npm links a workspace's `bin` only when its target exists, and the
// real doors exist only once they are built.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, realpathSync, rmSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = dirname(dirname(realpathSync(fileURLToPath(import.meta.url))))
const doors = { sandbox: 'sandbox', demo: 'sandbox' }

refuseOldNode()
const door = doors[process.argv[2]] ?? 'server'
const target = join(root, 'packages', door, 'dist', 'cli.js')
if (isStale()) oneAtATime(() => isStale() && build())
await import(pathToFileURL(target).href)

/** The same range as `engines` in package.json, which npm only warns about. */
function refuseOldNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if ((major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major >= 24) return
  const wanted = '20.19 or later, 22.12 or later, or 24 and above'
  stop(`recourse: Node ${process.versions.node} cannot run Recourse. Install Node ${wanted} (https://nodejs.org).`)
}

/** Not built, or in a checkout older than a source; an installed package without sources is taken as it is. */
function isStale() {
  if (!existsSync(target)) return true
  return ['core', 'canvas', door].some(name => {
    const source = join(root, 'packages', name, 'src')
    return existsSync(source) && newest(source) > builtAt(name)
  })
}

/** TypeScript touches its build record on every build, also when no output changed. */
function builtAt(name) {
  const record = join(root, 'packages', name, 'dist', '.tsbuildinfo')
  return existsSync(record) ? statSync(record).mtimeMs : 0
}

/** Tests are no part of what is built. */
function newest(folder) {
  const times = readdirSync(folder, { withFileTypes: true }).map(entry => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return newest(path)
    return /(?<!\.(test|proof|bench))\.ts$/.test(entry.name) ? statSync(path).mtimeMs : 0
  })
  return Math.max(0, ...times)
}

function build() {
  const compiler = join(root, 'node_modules', 'typescript', 'bin', 'tsc')
  if (!existsSync(compiler)) stop(`recourse: it is not built, and its tools are missing. Run "npm install" in ${root}.`)
  console.error('recourse: building once …')
  const project = join(root, 'packages', door)
  const { status, stdout } = spawnSync(process.execPath, [compiler, '--build', project], { encoding: 'utf8' })
  if (status === 0) return
  console.error(stdout)
  stop(`recourse: the build failed. Run "npm run build" in ${root} to see why.`)
}

/** Two commands started together must not load what the other is writing. A lock older than any build is a dead one. */
function oneAtATime(work) {
  const lock = join(root, 'node_modules', '.recourse-build')
  const deadAfterMs = 180_000
  while (!takeLock(lock)) {
    if (Date.now() - statSync(lock, { throwIfNoEntry: false })?.mtimeMs > deadAfterMs)
      rmSync(lock, { recursive: true, force: true })
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200)
  }
  process.once('exit', () => rmSync(lock, { recursive: true, force: true }))
  work()
  rmSync(lock, { recursive: true, force: true })
}

function takeLock(lock) {
  try {
    mkdirSync(lock)
    return true
  } catch (error) {
    if (error.code === 'EEXIST') return false
    return stop(
      `recourse: it is not built, and ${root} cannot be written to (${error.code}). Build it there as somebody who may.`,
    )
  }
}

function stop(sentence) {
  console.error(sentence)
  process.exit(1)
}
