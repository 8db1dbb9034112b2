import type { Role } from '@recourse/core/library'
import type { Hono } from 'hono'
import type { BlankEnv } from 'hono/types'
import type { JSONValue } from 'hono/utils/types'

type Refusal = {
  readonly ok: false
  readonly reason: string
  readonly message: string
  readonly details: JSONValue
}

type Made<V> = { readonly ok: true; readonly value: V } | Refusal

type Route<Input, Output> = {
  readonly input: Input
  readonly output: Output
  readonly outputFormat: 'json'
  readonly status: 200
}

type Link = {
  readonly url: string
  readonly expiresAt: string
}
type PersonRow = {
  readonly personId: string
  readonly name: string
  readonly email: string
  readonly role: Role
  readonly isActive: boolean
  readonly hasSignedIn: boolean
}
type OidcWay = {
  readonly providerId: string
  readonly name: string
}

/** Routes that the server is about to have, as they were agreed; each line goes when its route is in `Api`. */
type AwaitedSchema = {
  '/api/me': { $get: Route<object, Omit<PersonRow, 'isActive' | 'hasSignedIn'> & { readonly workspace: string }> }
  '/api/people': { $get: Route<object, readonly PersonRow[]> }
  '/api/people/invitations': { $post: Route<{ json: { email: string; name: string; role: Role } }, Made<Link>> }
  '/api/people/:personId': {
    $patch: Route<{ param: { personId: string }; json: { name?: string; role?: Role; isActive?: boolean } }, Made<null>>
  }
  '/api/people/:personId/reset-link': { $post: Route<{ param: { personId: string } }, Made<Link>> }
  '/api/sign-in/ways': { $get: Route<object, { readonly password: boolean; readonly oidc: OidcWay | null }> }
  '/api/sign-in/links/:token': {
    $get: Route<
      { param: { token: string } },
      { readonly name: string; readonly email: string; readonly purpose: string }
    >
    $post: Route<{ param: { token: string }; json: { password?: string } }, { readonly ok: true } | Refusal>
  }
}

export type AwaitedRoutes = Hono<BlankEnv, AwaitedSchema, '/'>
