import { createHash, createSign, generateKeyPairSync, randomUUID } from 'node:crypto'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'

/** Whom the stand-in says is there. */
export interface Claims {
  readonly sub: string
  readonly email: string
  readonly email_verified: boolean
  readonly name: string
}

export interface OidcProvider extends AsyncDisposable {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  /** Who signs in next. */
  claims: Claims
  /** What it signs its tokens with; `false`: with a key that nobody knows. */
  isHonest: boolean
}

interface Asked {
  readonly nonce: string | undefined
  readonly challenge: string | undefined
}

/** A stand-in for an institution's sign-in: discovery, code with PKCE, signed ID tokens, on a port of its own. */
export async function openOidcProvider(): Promise<OidcProvider> {
  const clientSecret = 'a secret of the two'
  const keys = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const others = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const codes = new Map<string, Asked>()
  const app = new Hono()
  app.get('/.well-known/openid-configuration', c =>
    c.json({
      issuer: state.issuer,
      authorization_endpoint: `${state.issuer}/authorize`,
      token_endpoint: `${state.issuer}/token`,
      jwks_uri: `${state.issuer}/jwks`,
      id_token_signing_alg_values_supported: ['RS256'],
    }),
  )
  app.get('/jwks', c =>
    c.json({ keys: [{ ...keys.publicKey.export({ format: 'jwk' }), kid: 'k', alg: 'RS256', use: 'sig' }] }),
  )
  app.get('/authorize', c => {
    const code = randomUUID()
    codes.set(code, { nonce: c.req.query('nonce'), challenge: c.req.query('code_challenge') })
    const back = new URL(c.req.query('redirect_uri') ?? '')
    back.searchParams.set('code', code)
    back.searchParams.set('state', c.req.query('state') ?? '')
    return c.redirect(back.href)
  })
  app.post('/token', async c => {
    const form = await c.req.formData()
    const asked = codes.get(String(form.get('code')))
    codes.delete(String(form.get('code')))
    const verifier = createHash('sha256')
      .update(String(form.get('code_verifier')))
      .digest('base64url')
    if (asked === undefined || asked.challenge !== verifier) return c.json({ error: 'invalid_grant' }, 400)
    const now = Math.floor(Date.now() / 1000)
    const body = {
      ...state.claims,
      iss: state.issuer,
      aud: state.clientId,
      nonce: asked.nonce,
      iat: now,
      exp: now + 60,
    }
    const { privateKey } = state.isHonest ? keys : others
    return c.json({
      access_token: randomUUID(),
      token_type: 'Bearer',
      expires_in: 60,
      id_token: sign(body, privateKey),
    })
  })
  const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' })
  await new Promise(resolve => server.once('listening', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  const state: OidcProvider = {
    issuer: `http://127.0.0.1:${port}`,
    clientId: 'recourse',
    clientSecret,
    claims: { sub: 'none', email: 'none@example.edu', email_verified: true, name: 'None' },
    isHonest: true,
    [Symbol.asyncDispose]: () => new Promise<void>(resolve => void server.close(() => resolve())),
  }
  return state
}

function sign(body: object, key: Parameters<ReturnType<typeof createSign>['sign']>[0]): string {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url')
  const text = `${part({ alg: 'RS256', kid: 'k' })}.${part(body)}`
  return `${text}.${createSign('RSA-SHA256').update(text).sign(key).toString('base64url')}`
}
