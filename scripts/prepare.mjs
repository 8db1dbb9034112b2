import { spawnSync } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The project's folder. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)))

/** On standard error: standard output belongs to the command that was asked for. */
const aside = { stdio: ['inherit', 2, 'inherit'] }

/** Runs a command in the project's folder with its output shown; gives its exit code. */
export function run(command, args, options = {}) {
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: 'inherit', ...options })
  if (error) console.error(`Could not start ${command}: ${error.message}`)
  return status ?? 1
}

/** Stops with a sentence unless this Node is one the project supports. */
export function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  const isSupported = (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major >= 24
  if (isSupported) return
  console.error(
    `Recourse needs Node 20.19+, 22.12+ or 24+; this is ${process.versions.node}. Install one of those and run the command again.`,
  )
  process.exit(1)
}

/**
 * Installs the packages when they are not there or older than the lock file. Not with `npm ci`: a registry that
 * mirrors the programs of some platforms only leaves the others out of the lock file, and `npm ci` refuses that.
 */
export function install() {
  requireNode()
  const installed = join(root, 'node_modules/.package-lock.json')
  const lock = join(root, 'package-lock.json')
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs) return
  console.error('Installing the packages Recourse needs (once) …')
  if (run('npm', ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error'], aside) !== 0) {
    console.error('Installing failed. Check that the npm registry is reachable, then run the command again.')
    process.exit(1)
  }
}

/** Compiles what changed; stops when it does not compile. */
export function build() {
  if (run('npm', ['run', 'build', '--silent'], aside) === 0) return
  console.error('Building failed; the lines above say where.')
  process.exit(1)
}

/** Path of a tool that the project installed. */
export function tool(name) {
  return join(root, 'node_modules/.bin', process.platform === 'win32' ? `${name}.cmd` : name)
}
