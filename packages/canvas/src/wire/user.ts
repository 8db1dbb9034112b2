import type { UserId } from '@recourse/core'
import * as z from 'zod/mini'
import { userId } from './ids.ts'

export interface CanvasUser {
  readonly id: UserId
  readonly name: string
}

export const user: z.ZodMiniType<CanvasUser> = z.pipe(
  z.object({ id: userId, name: z.string() }),
  z.transform(wire => ({ id: wire.id, name: wire.name })),
)
