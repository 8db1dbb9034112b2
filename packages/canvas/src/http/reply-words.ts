import type { CanvasErrorDetail, CanvasErrorKind } from '../canvas-error.ts'
import type { Client, RawReply } from './reply-error.ts'

/** What the sentences about an answer tell. */
export interface Circumstances extends Client {
  readonly reply: RawReply
  readonly details: readonly CanvasErrorDetail[]
}

/** What an answer means, and what to do. */
export function replyWords(kind: CanvasErrorKind, all: Circumstances): string {
  const { reply, details, auth, origin } = all
  const status = `(HTTP ${reply.status})`
  switch (kind) {
    case 'unauthenticated':
      if (reply.url.origin !== origin) return elsewhere(reply.url.origin, status)
      return auth.kind === 'token'
        ? `Canvas does not accept the access token ${status}. Make a new one under Account > Settings.`
        : `you are not signed in to Canvas ${status}. Sign in and reload the page.`
    case 'denied':
      return `Canvas does not allow this to the signed-in user ${status}. Ask someone who may.`
    case 'missing':
      return `it does not exist, or is not visible to the signed-in user ${status}.`
    case 'changed':
      return `it was changed meanwhile ${status}. Read it again.`
    case 'too-large':
      return `it is larger than Canvas allows ${status}${inBrackets(details)}.`
    case 'throttled':
      return `Canvas limits how fast one may ask, and waiting did not help ${status}. Try again in a few minutes.`
    case 'refused':
      return refusal(all, status)
    case 'down':
      return `Canvas is having trouble ${status}. Try again later.`
    case 'malformed':
      return `the answer is not one that Canvas gives ${status}.`
    default:
      return kind satisfies never
  }
}

function refusal({ reply, auth, details }: Circumstances, status: string): string {
  const location = reply.headers.get('location')
  if (location !== null && URL.canParse(location, reply.url))
    return elsewhere(new URL(location, reply.url).origin, status)
  if (reply.status === 422 && auth.kind === 'session')
    return `Canvas does not accept these values, or the page is too old: reload it ${status}${inBrackets(details)}.`
  return `Canvas does not accept these values ${status}${inBrackets(details)}.`
}

/** Credentials stay at the given origin, so the person has to give the other one. */
function elsewhere(origin: string, status: string): string {
  return `Canvas answers at another address, ${origin} ${status}. Use that one.`
}

/** Only the constant parts, fields and rules: Canvas's sentences may quote what people typed. */
function inBrackets(details: readonly CanvasErrorDetail[]): string {
  const named = details.flatMap(({ field, type }) => [field, type].filter(part => part !== undefined).join(' '))
  const parts = [...new Set(named)].filter(part => part !== '')
  return parts.length === 0 ? '' : `: ${parts.join(', ')}`
}
