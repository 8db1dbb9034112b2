import type { Api } from '@recourse/server/api'
import { hc } from 'hono/client'

/** The server's routes, typed by the server itself; read.ts takes its replies. */
export const { api } = hc<Api>(window.location.origin)
