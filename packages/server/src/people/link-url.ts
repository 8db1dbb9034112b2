import type { OneTimeLink } from '../sign-in/one-time-link.ts'

export interface LinkUrl {
  readonly url: string
  readonly expiresAt: string
}

/** The address to hand over: under the public one, else under the one that whoever asks for it came by. */
export function toLinkUrl(request: Request, publicUrl: string | undefined, link: OneTimeLink): LinkUrl {
  return { url: `${publicUrl ?? findOrigin(request)}/links/${link.token}`, expiresAt: link.expiresAt }
}

/** What the browser says of itself, since a proxy may speak TLS with it; it has been compared with the host before. */
function findOrigin({ headers, url }: Request): string {
  const own = new URL(url)
  const told = headers.get('origin')
  if (told === null || !URL.canParse(told)) return own.origin
  return new URL(told).host === own.host ? new URL(told).origin : own.origin
}
