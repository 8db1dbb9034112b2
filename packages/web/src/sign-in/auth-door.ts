import { ApiFault } from '../api/api-fault.ts'
import { signInWords } from '../words/sign-in-words.ts'

export type SignedIn = { readonly ok: true } | { readonly ok: false; readonly message: string }

/** The addresses of better-auth, which have no types of ours. */
async function post(path: string, body: object): Promise<Response> {
  try {
    return await fetch(`/api/auth/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
  } catch (cause) {
    throw new ApiFault('unreachable', 'The server cannot be reached. Check the connection, then try again.', { cause })
  }
}

export async function signIn(email: string, password: string): Promise<SignedIn> {
  const reply = await post('sign-in/email', { email, password })
  if (reply.ok) return { ok: true }
  if (reply.status === 429) return { ok: false, message: signInWords.tooOften }
  if (reply.status >= 500) throw new ApiFault('broken', 'The server failed at this. Wait a little, then try again.')
  return { ok: false, message: signInWords.wrong }
}

export async function signOut(): Promise<void> {
  const reply = await post('sign-out', {})
  if (!reply.ok) throw new ApiFault('broken', 'Signing out failed, you are still signed in. Try again.')
}

/** Goes to the institution's own sign-in; it leads back to `to`. */
export async function goToProvider(providerId: string, to: string): Promise<void> {
  const reply = await post('sign-in/social', { provider: providerId, callbackURL: to, errorCallbackURL: '/sign-in' })
  const body: unknown = reply.ok ? await reply.json() : null
  if (typeof body === 'object' && body !== null && 'url' in body && typeof body.url === 'string') {
    window.location.assign(body.url)
    return
  }
  throw new ApiFault('broken', 'The institution’s sign-in does not answer. Try again, or sign in with a password.')
}
