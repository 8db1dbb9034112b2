import type { UserId } from '@recourse/core'
import { userId } from './ids.ts'
import { object, type Shape, string } from './shape.ts'

export interface CanvasUser {
  readonly id: UserId
  readonly name: string
}

export const user: Shape<CanvasUser> = object({ id: userId, name: string })
