import { OpenAPIHono } from '@hono/zod-openapi'
import type { Actor } from '../library/index.ts'
import { answerInvalid } from './answer-invalid.ts'

/** What a request carries along. */
export interface ApiEnv {
  readonly Variables: {
    /** Who asks. Routes in `isOpen` are asked by nobody. */
    readonly actor: Actor
  }
}

/** Routes of one noun, mounted by `createApp`. What does not fit their schemas is refused with a sentence. */
export function createRoutes(): OpenAPIHono<ApiEnv> {
  return new OpenAPIHono<ApiEnv>({ defaultHook: answerInvalid })
}
