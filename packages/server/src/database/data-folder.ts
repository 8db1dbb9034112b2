import { homedir } from 'node:os'
import { isAbsolute, join, resolve } from 'node:path'

type Environment = Readonly<Record<string, string | undefined>>

/** The machine, as far as a default depends on it. */
export interface Machine {
  readonly platform: string
  readonly home: string
  readonly isRoot: boolean
}

/** Where Recourse keeps its data: `RECOURSE_DATA`, else where this system keeps such things. */
export function toDataFolder(env: Environment, machine: Machine = thisMachine()): string {
  const chosen = env.RECOURSE_DATA
  return chosen === undefined || chosen === '' ? join(toDataHome(env, machine), 'recourse') : resolve(chosen)
}

function thisMachine(): Machine {
  return { platform: process.platform, home: homedir(), isRoot: process.getuid?.() === 0 }
}

function toDataHome(env: Environment, { platform, home, isRoot }: Machine): string {
  if (platform === 'win32') return env.LOCALAPPDATA ?? join(home, 'AppData', 'Local')
  // Nobody but root gets into root's home, and PostgreSQL does not run as root.
  if (isRoot) return '/var/lib'
  if (platform === 'darwin') return join(home, 'Library', 'Application Support')
  const xdg = env.XDG_DATA_HOME
  return xdg !== undefined && isAbsolute(xdg) ? xdg : join(home, '.local', 'share')
}
