import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Env, Schema } from 'hono'
import { docsStyle } from './docs-style.ts'
import { drawDocs } from './draw-docs.ts'

const about = {
  openapi: '3.1.0',
  info: {
    title: 'Recourse: the library',
    version: '1',
    description:
      'An act answers { ok: true, changeId, value }; the change is undone by that id. What is refused answers ' +
      '{ ok: false, reason, message, details } and has changed nothing. Whoever changes something sends an Origin header of this server.',
  },
}

/** `/openapi.json` for programs, `/docs` for people; both open to all. */
export function describeApi<E extends Env, S extends Schema, P extends string>(api: OpenAPIHono<E, S, P>): void {
  api.get('/openapi.json', c => c.json(api.getOpenAPI31Document(about)))
  api.get('/docs.css', c => c.body(docsStyle, 200, { 'content-type': 'text/css; charset=utf-8' }))
  api.get('/docs', c => c.html(drawDocs(api.getOpenAPI31Document(about))))
}
