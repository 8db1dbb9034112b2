import * as z from 'zod/mini'
import type { Canvas } from '../canvas.ts'
import { CanvasError } from '../canvas-error.ts'
import { findNextLink } from './link-header.ts'
import { type CanvasRequest, isRead } from './request.ts'

/** A schema of this package: validates a reply and turns it into the client's own type. */
export type Schema<T> = z.ZodMiniType<T>

/** Canvas's documented maximum; larger values are clamped. */
const PER_PAGE = 100
/** 200,000 rows: more than any list of one course or account; an endless list ends here. */
const MAX_PAGES = 2000

/** One object, validated. */
export async function readOne<T>(canvas: Canvas, schema: Schema<T>, request: CanvasRequest): Promise<T> {
  return validate(schema, (await canvas.send(request)).json, request)
}

/** A list page by page as Canvas links them (`Link: rel=next`, followed as given, never computed). */
export async function* readPages<T>(
  canvas: Canvas,
  schema: Schema<readonly T[]>,
  request: CanvasRequest,
): AsyncGenerator<readonly T[], void, undefined> {
  const seen = new Set<string>()
  let next: CanvasRequest | undefined = { ...request, query: { ...request.query, per_page: PER_PAGE } }
  while (next !== undefined) {
    const reply = await canvas.send(next)
    yield validate(schema, reply.json, request)
    next = findNext(reply.headers, request, seen)
  }
}

function findNext(headers: Headers, request: CanvasRequest, seen: Set<string>): CanvasRequest | undefined {
  const link = findNextLink(headers.get('link'))
  if (link === undefined) return undefined
  if (seen.has(link)) throw new CanvasError('malformed', 'the list of Canvas leads back to itself.', request)
  if (seen.size >= MAX_PAGES) throw new CanvasError('too-large', 'the list does not end.', request)
  seen.add(link)
  return { task: request.task, url: link, options: request.options }
}

/** A whole list, in Canvas's order. */
export async function readAll<T>(
  canvas: Canvas,
  schema: Schema<readonly T[]>,
  request: CanvasRequest,
): Promise<readonly T[]> {
  const rows: T[] = []
  for await (const page of readPages(canvas, schema, request)) for (const row of page) rows.push(row)
  return rows
}

/** Checks a reply once, at the door: an extra key is ignored, a missing one is a `malformed` that names it. */
export function validate<T>(schema: Schema<T>, json: unknown, request: CanvasRequest): T {
  const parsed = z.safeParse(schema, json)
  if (parsed.success) return parsed.data
  const places = parsed.error.issues.slice(0, 3).map(issue => `${issue.path.join('.') || 'reply'} (${issue.code})`)
  throw new CanvasError('malformed', `the answer lacks what Canvas promises: ${places.join(', ')}.`, {
    task: request.task,
    mayHaveActed: !isRead(request),
    cause: parsed.error,
  })
}
