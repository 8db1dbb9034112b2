import { ApiError } from './errors.ts'
import { emptyParams, isParams, mergeParams, nestParams, type Params, toParamValue } from './params.ts'

/** Query and body of a request as one nested object; the body may be a form, multipart or JSON. */
export async function readParams(request: Request): Promise<Params> {
  const query = nestParams(new URL(request.url).searchParams)
  if (request.method === 'GET' || request.method === 'HEAD' || request.body === null) return query
  return mergeParams(query, await readBody(request))
}

/** What Rails reads as JSON, and the type that Canvas answers with itself. */
const JSON_TYPES = /^(?:application\/(?:json|jsonrequest|vnd\.api\+json)|text\/x-json)/

async function readBody(request: Request): Promise<Params> {
  const type = (request.headers.get('content-type') ?? '').toLowerCase()
  if (JSON_TYPES.test(type)) return parseJson(await request.text())
  // Rack takes a POST that does not say for a form.
  if (type.startsWith('application/x-www-form-urlencoded') || (type === '' && request.method === 'POST'))
    return nestParams(new URLSearchParams(await request.text()))
  if (type.startsWith('multipart/form-data')) return nestParams(await readMultipart(request))
  return emptyParams()
}

function parseJson(written: string): Params {
  if (written.trim() === '') return emptyParams()
  const value = toParamValue(parseOrThrow(written))
  // Rails puts a body that is no object under `_json`.
  return isParams(value) ? value : mergeParams(emptyParams(), { _json: value })
}

function parseOrThrow(written: string): unknown {
  try {
    return JSON.parse(written)
  } catch {
    throw unreadable()
  }
}

async function readMultipart(request: Request): Promise<[string, string | File][]> {
  try {
    return [...(await request.formData()).entries()]
  } catch {
    throw unreadable()
  }
}

function unreadable(): ApiError {
  return new ApiError(400, { errors: [{ message: 'An error occurred.', error_code: 'bad_request' }] })
}
