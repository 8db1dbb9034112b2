import type { Canvas } from './canvas.ts'
import { apiPath } from './http/api-path.ts'
import { readOne } from './http/listing.ts'
import type { CallOptions } from './http/request.ts'
import { type CanvasUser, user } from './wire/user.ts'

/** The signed-in user; the cheapest way to try a token. */
export function getSelf(canvas: Canvas, options?: CallOptions): Promise<CanvasUser> {
  return readOne(canvas, user, { url: apiPath`/users/self`, task: 'read who is signed in', options })
}
