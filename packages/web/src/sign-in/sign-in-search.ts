export interface SignInSearch {
  /** A place of this site to go on to. */
  readonly to?: string
  /** The person has just signed out. */
  readonly left?: boolean
  /** The institution's own sign-in led back without letting the person in. */
  readonly isRefused?: boolean
}

/** Leads nowhere outside: an address of another site, or one written so that a browser takes it for one, is dropped. */
export function toSignInSearch(search: Readonly<Record<string, unknown>>): SignInSearch {
  const { to, left, error, isRefused } = search
  const isInside = typeof to === 'string' && /^\/(?![/\\])/.test(to) && !to.startsWith('/sign-in')
  // As the server says it in the address.
  const wasRefused = typeof error === 'string' || isRefused === true
  return { ...(isInside && { to }), ...(left === true && { left }), ...(wasRefused && { isRefused: true }) }
}
