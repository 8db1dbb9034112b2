import type { FirstWishes } from '../people/first-start.ts'
import { parseSignInSettings, SettingsError, type SignInSettings } from '../sign-in/sign-in-settings.ts'

export interface ServeSettings extends SignInSettings {
  readonly proxies: number
  readonly first: FirstWishes
}

type Environment = Readonly<Record<string, string | undefined>>

/** Everything the environment says about serving; throws a SettingsError that names the variable. */
export function parseServeSettings(env: Environment): ServeSettings {
  const first = {
    workspaceName: given(env.RECOURSE_NAME) ?? 'Course library',
    adminEmail: given(env.RECOURSE_ADMIN_EMAIL) ?? 'administrator@library.example',
  }
  return { ...parseSignInSettings(env), proxies: parseProxies(given(env.RECOURSE_PROXIES)), first }
}

function given(value: string | undefined): string | undefined {
  return value === undefined || value.trim() === '' ? undefined : value.trim()
}

const MOST_PROXIES = 10

function parseProxies(value: string | undefined): number {
  if (value === undefined) return 0
  if (/^\d{1,2}$/.test(value) && Number(value) <= MOST_PROXIES) return Number(value)
  const message = `RECOURSE_PROXIES is “${value}”.`
  throw new SettingsError(message, 'It is how many proxies stand in front of Recourse, 0 to 10; usually 1.')
}
