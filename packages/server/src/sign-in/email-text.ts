import { z } from '@hono/zod-openapi'

/** What better-auth takes when somebody signs in. */
export const emailText = z.email('This is not an e-mail address. Write it like ada@example.edu.').max(254)
