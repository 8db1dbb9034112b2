/** Another place that knows who people are, by OpenID Connect. */
export interface OidcSettings {
  /** As its discovery document says: `https://sso.example.edu/realms/main`. */
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  /** On the button: “Sign in with …”. */
  readonly name: string
  readonly scopes: readonly string[]
}

export interface SignInSettings {
  /** The address that people use, without a path; `undefined`: whichever they came by. */
  readonly publicUrl: string | undefined
  /** What cookies are signed with; `undefined`: the one kept in the database. */
  readonly secret: string | undefined
  readonly oidc: OidcSettings | undefined
}

type Environment = Readonly<Record<string, string | undefined>>

/** The environment asks for something that cannot be. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError'
  /** What to do next, a sentence. */
  readonly next: string

  constructor(message: string, next: string) {
    super(message)
    this.next = next
  }
}

const SHORTEST_SECRET = 32

/** `RECOURSE_URL`, `RECOURSE_SECRET`, `RECOURSE_OIDC_*`. */
export function parseSignInSettings(env: Environment): SignInSettings {
  const publicUrl = parsePublicUrl(given(env.RECOURSE_URL))
  const secret = given(env.RECOURSE_SECRET)
  if (secret !== undefined && secret.length < SHORTEST_SECRET) {
    const message = `RECOURSE_SECRET is shorter than ${SHORTEST_SECRET} characters.`
    throw new SettingsError(message, 'Make one with: openssl rand -base64 32')
  }
  return { publicUrl, secret, oidc: parseOidc(env, publicUrl) }
}

function given(value: string | undefined): string | undefined {
  return value === undefined || value.trim() === '' ? undefined : value.trim()
}

function parsePublicUrl(value: string | undefined): string | undefined {
  if (value === undefined) return undefined
  const next = 'It is the address that people type, as in https://library.example.edu'
  if (!/^https?:\/\//i.test(value) || !URL.canParse(value)) {
    throw new SettingsError('RECOURSE_URL is not the address of a website.', next)
  }
  const { origin, pathname, search, hash } = new URL(value)
  if (pathname !== '/' || search !== '' || hash !== '') {
    throw new SettingsError('RECOURSE_URL has a path, and Recourse stands at the top of its host.', next)
  }
  return origin
}

const OIDC_NEXT = 'Set RECOURSE_OIDC_ISSUER, RECOURSE_OIDC_CLIENT_ID and RECOURSE_OIDC_CLIENT_SECRET, or none of them.'

function parseOidc(env: Environment, publicUrl: string | undefined): OidcSettings | undefined {
  const issuer = given(env.RECOURSE_OIDC_ISSUER)
  const clientId = given(env.RECOURSE_OIDC_CLIENT_ID)
  const clientSecret = given(env.RECOURSE_OIDC_CLIENT_SECRET)
  if (issuer === undefined && clientId === undefined && clientSecret === undefined) return undefined
  if (issuer === undefined || clientId === undefined || clientSecret === undefined) {
    throw new SettingsError('Signing in by OpenID Connect is set up by half.', OIDC_NEXT)
  }
  if (!URL.canParse(issuer)) throw new SettingsError('RECOURSE_OIDC_ISSUER is not an address.', OIDC_NEXT)
  if (publicUrl === undefined) {
    const message = 'Signing in by OpenID Connect needs the address that people use.'
    throw new SettingsError(message, 'Set RECOURSE_URL: the other side sends people back there.')
  }
  const name = given(env.RECOURSE_OIDC_NAME) ?? new URL(issuer).host
  const scopes = (given(env.RECOURSE_OIDC_SCOPES) ?? 'openid profile email').split(/\s+/)
  return { issuer: issuer.replace(/\/+$/, ''), clientId, clientSecret, name, scopes }
}
