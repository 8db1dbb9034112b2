import type { Canvas } from '../canvas.ts'
import { CanvasError } from '../canvas-error.ts'
import { Misshapen, type Shape } from '../wire/shape.ts'
import { findNextLink } from './link-header.ts'
import { type CanvasRequest, isRead } from './request.ts'

/** Canvas's documented maximum; larger values are clamped. */
const PER_PAGE = 100
/** 200,000 rows: more than any list of one course or account; an endless list ends here. */
const MAX_PAGES = 2000

/** One object, validated. */
export async function readOne<T>(canvas: Canvas, shape: Shape<T>, request: CanvasRequest): Promise<T> {
  return validate(shape, (await canvas.send(request)).json, request)
}

/** A list page by page as Canvas links them (`Link: rel=next`, followed as given, never computed). */
export async function* readPages<T>(
  canvas: Canvas,
  shape: Shape<readonly T[]>,
  request: CanvasRequest,
): AsyncGenerator<readonly T[], void, undefined> {
  const seen = new Set<string>()
  let next: CanvasRequest | undefined = { ...request, query: { ...request.query, per_page: PER_PAGE } }
  while (next !== undefined) {
    const reply = await canvas.send(next)
    yield validate(shape, reply.json, request)
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
  shape: Shape<readonly T[]>,
  request: CanvasRequest,
): Promise<readonly T[]> {
  const rows: T[] = []
  for await (const page of readPages(canvas, shape, request)) for (const row of page) rows.push(row)
  return rows
}

/** Checks a reply once, at the door: an extra key is ignored, a missing one is a `malformed` that names it. */
export function validate<T>(shape: Shape<T>, json: unknown, request: CanvasRequest): T {
  try {
    return shape(json)
  } catch (cause) {
    if (!(cause instanceof Misshapen)) throw cause
    const facts = { task: request.task, mayHaveActed: !isRead(request), cause }
    throw new CanvasError('malformed', `the answer lacks what Canvas promises: ${cause.message}.`, facts)
  }
}
