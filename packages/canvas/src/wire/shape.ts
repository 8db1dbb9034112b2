/**
 * The decoder of Canvas's replies (docs/decisions/0009). A shape turns JSON into the client's own type, or throws
 * `Misshapen`: extra keys are ignored, missing ones are not. Nothing here quotes a reply: it holds people's names.
 */
export type Shape<T> = (json: unknown) => T

/** What is wrong and where; keys are put before it on the way out. */
export class Misshapen extends Error {
  override readonly name = 'Misshapen'
  readonly expected: string
  readonly path: string
  constructor(expected: string, path = '') {
    super(`${path || 'reply'} (${expected})`)
    this.expected = expected
    this.path = path
  }
}

/** The value, or `undefined` where it has another shape. */
export function tryShape<T>(shape: Shape<T>, json: unknown): T | undefined {
  try {
    return shape(json)
  } catch (error) {
    if (error instanceof Misshapen) return undefined
    throw error
  }
}

/** `expected` is what the message says of a value that does not pass. */
function checked<T>(expected: string, passes: (json: unknown) => json is T): Shape<T> {
  return json => {
    if (passes(json)) return json
    throw new Misshapen(expected)
  }
}

export const unknown: Shape<unknown> = json => json
export const string = checked('text', json => typeof json === 'string')
export const boolean = checked('true or false', json => typeof json === 'boolean')
export const number = checked('a number', json => typeof json === 'number')
export const int = checked('a whole number', (json): json is number => Number.isSafeInteger(json))

export function oneOf<const T extends string>(values: readonly T[]): Shape<T> {
  return checked(values.join(' or '), (json): json is T => values.some(value => value === json))
}

export function where<T>(shape: Shape<T>, expected: string, passes: (value: T) => boolean): Shape<T> {
  return json => {
    const value = shape(json)
    if (passes(value)) return value
    throw new Misshapen(expected)
  }
}

export function map<A, B>(shape: Shape<A>, change: (value: A) => B): Shape<B> {
  return json => change(shape(json))
}

/** The first, else the second; where neither fits, the first complains. */
export function either<A, B>(first: Shape<A>, second: Shape<B>): Shape<A | B> {
  const fits: Shape<{ readonly value: A | B }> = json =>
    tryShape(map(first, wrap), json) ?? tryShape(map(second, wrap), json) ?? wrap(first(json))
  return map(fits, ({ value }) => value)
}

const wrap = <T>(value: T): { readonly value: T } => ({ value })

/** A key whose absence, or `null`, has a plain meaning. */
export function or<A, B>(shape: Shape<A>, absent: B): Shape<A | B> {
  return json => (json === undefined || json === null ? absent : shape(json))
}

/** A key that Canvas leaves out or sends as `null`, by version, rights or flag: `null` either way. */
export function orNull<T>(shape: Shape<T>): Shape<T | null> {
  return or(shape, null)
}

export function array<T>(each: Shape<T>): Shape<readonly T[]> {
  const list = checked('a list', (json): json is readonly unknown[] => Array.isArray(json))
  return json => list(json).map((item, at) => within(String(at), () => each(item)))
}

const dictionary = checked(
  'an object',
  (json): json is Readonly<Record<string, unknown>> =>
    typeof json === 'object' && json !== null && !Array.isArray(json),
)

export function record<T>(each: Shape<T>): Shape<Readonly<Record<string, T>>> {
  return json =>
    Object.fromEntries(Object.entries(dictionary(json)).map(([key, value]) => [key, within(key, () => each(value))]))
}

/** How a field is read out of the object that holds it. */
interface Reader<T> {
  readonly read: (from: Readonly<Record<string, unknown>>) => T
}

type Field<T> = Shape<T> | Reader<T>

/** A field that Canvas calls by another name than ours in snake_case. */
export function named<T>(key: string, shape: Shape<T>): Reader<T> {
  return { read: from => within(key, () => shape(from[key])) }
}

/** A field that is read out of several keys of the same object. */
export function beside<T>(shape: Shape<T>): Reader<T> {
  return { read: from => shape(from) }
}

/** An object of ours; a field `courseCode` is Canvas's `course_code` unless it is `named` otherwise. */
export function object<T extends object>(fields: { readonly [name in keyof T]: Field<T[name]> }): Shape<T> {
  const readers = Object.entries<Field<unknown>>(fields).map(([name, field]) => {
    const { read } = typeof field === 'function' ? named(toSnakeCase(name), field) : field
    return { name, read }
  })
  // `T` is what `fields` says: the type of `fromEntries` over rows of `unknown` is too wide to be told so.
  return json => {
    const from = dictionary(json)
    const rows: readonly (readonly unknown[])[] = readers.map(({ name, read }) => [name, read(from)])
    return Object.fromEntries(rows)
  }
}

function toSnakeCase(name: string): string {
  return name.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`)
}

function within<T>(key: string, read: () => T): T {
  try {
    return read()
  } catch (error) {
    if (!(error instanceof Misshapen)) throw error
    throw new Misshapen(error.expected, error.path === '' ? key : `${key}.${error.path}`)
  }
}
