import { ApiError } from './errors.ts'

/** What a request may carry after parsing: Rails's nested parameters. Objects have no prototype: `__proto__` is a name. */
export type ParamValue = string | number | boolean | null | File | ParamValue[] | Params
export interface Params {
  [name: string]: ParamValue | undefined
}

const MAX_DEPTH = 32

export function emptyParams(): Params {
  return Object.create(null)
}

/** True for a nested object, false for arrays, files and plain values. */
export function isParams(value: ParamValue | undefined): value is Params {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof File)
}

/**
 * Turns `wiki_page[title]=A&include[]=x&include[]=y` into `{ wiki_page: { title: 'A' }, include: ['x', 'y'] }`
 * by the rules of Rack's nested query parser, so that a client meets the same merging and the same refusals as at Canvas.
 */
export function nestParams(pairs: Iterable<readonly [string, string | File]>): Params {
  const result = emptyParams()
  for (const [name, value] of pairs) assign(result, toSegments(name), value)
  return result
}

/** Deep copy of a parsed JSON value into prototype-free parameters. */
export function toParamValue(value: unknown): ParamValue {
  if (value === null || value === undefined) return null
  if (Array.isArray(value)) return value.map(toParamValue)
  if (typeof value === 'object') return toParams(value)
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value
  throw badParams()
}

function toParams(value: object): Params {
  const result = emptyParams()
  for (const [name, entry] of Object.entries(value)) result[name] = toParamValue(entry)
  return result
}

/** Query and body together; the body wins, as in Rails. */
export function mergeParams(first: Params, second: Params): Params {
  const result = emptyParams()
  for (const source of [first, second]) {
    for (const [name, value] of Object.entries(source)) result[name] = value
  }
  return result
}

function toSegments(name: string): string[] {
  const bracket = name.indexOf('[', 1)
  if (bracket < 0) return [name]
  const segments = [name.slice(0, bracket)]
  for (const match of name.slice(bracket).matchAll(/\[([^\]]*)\]/g)) segments.push(match[1] ?? '')
  if (segments.length > MAX_DEPTH) throw badParams()
  return segments
}

function assign(target: Params, segments: string[], value: ParamValue): void {
  const [name = '', ...rest] = segments
  if (rest.length === 0) {
    target[name] = value
    return
  }
  if (rest[0] === '') assignToList(listAt(target, name), rest.slice(1), value)
  else assign(objectAt(target, name), rest, value)
}

/** `a[][b]=1&a[][b]=2`: a repeated key starts a new element. */
function assignToList(list: ParamValue[], segments: string[], value: ParamValue): void {
  if (segments.length === 0) {
    list.push(value)
    return
  }
  const last = list.at(-1)
  if (isParams(last) && !hasSegments(last, segments)) {
    assign(last, segments, value)
    return
  }
  const element = emptyParams()
  assign(element, segments, value)
  list.push(element)
}

function hasSegments(params: Params, [name = '', ...rest]: string[]): boolean {
  const value = params[name]
  if (value === undefined) return false
  if (rest.length === 0) return true
  return rest[0] !== '' && isParams(value) && hasSegments(value, rest)
}

function listAt(target: Params, name: string): ParamValue[] {
  target[name] ??= []
  const value = target[name]
  if (!Array.isArray(value)) throw badParams()
  return value
}

function objectAt(target: Params, name: string): Params {
  target[name] ??= emptyParams()
  const value = target[name]
  if (!isParams(value)) throw badParams()
  return value
}

function badParams(): ApiError {
  return new ApiError(400, { errors: [{ message: 'An error occurred.', error_code: 'bad_request' }] })
}
