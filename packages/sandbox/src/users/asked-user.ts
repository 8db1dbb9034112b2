import { type Call, forbidden, needCaller } from '../http/call.ts'
import { notFound } from '../http/errors.ts'
import type { User } from '../model.ts'
import { findUser } from '../people.ts'

/** Who is meant by what stands in a path or parameter; `self` is the caller. */
export function getUser(call: Call, written = call.path('user_id')): User {
  const caller = needCaller(call)
  const user = written === 'self' ? caller : findUser(call.world, written)
  if (!user) throw notFound()
  return user
}

/** The user in the path: oneself; others only for an administrator. */
export function getVisibleUser(call: Call): User {
  const user = getUser(call)
  if (user !== call.caller && !needCaller(call).isAdmin) throw forbidden(call)
  return user
}
