export interface SignInSearch {
  /** A place of this site to go on to. */
  readonly to?: string
  /** The person has just signed out. */
  readonly left?: boolean
}

/** Leads nowhere outside: an address of another site, or one written so that a browser takes it for one, is dropped. */
export function toSignInSearch(search: Readonly<Record<string, unknown>>): SignInSearch {
  const { to, left } = search
  const isInside = typeof to === 'string' && /^\/(?![/\\])/.test(to) && !to.startsWith('/sign-in')
  return { ...(isInside && { to }), ...(left === true && { left }) }
}
