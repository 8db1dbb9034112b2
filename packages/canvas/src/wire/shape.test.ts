import { describe, expect, it } from 'vitest'
import {
  array,
  beside,
  boolean,
  either,
  int,
  Misshapen,
  map,
  named,
  number,
  object,
  oneOf,
  or,
  orNull,
  record,
  type Shape,
  string,
  tryShape,
  unknown,
  where,
} from './shape.ts'

function complaint<T>(shape: Shape<T>, json: unknown): string {
  try {
    shape(json)
  } catch (error) {
    if (error instanceof Misshapen) return error.message
    throw error
  }
  return 'none'
}

describe('plain values', () => {
  it.each([
    ['text', string, ['', 'é', '__proto__'], [null, undefined, 1, {}, ['a']]],
    ['true or false', boolean, [true, false], [null, 0, 'true']],
    ['a number', number, [0, -1.5, 1e300], ['1', null, true]],
    ['a whole number', int, [0, -1, 2 ** 53 - 1], [1.5, 2 ** 53, '1', null]],
    ['a or b', oneOf(['a', 'b']), ['a', 'b'], ['c', '', null, 1]],
  ] as const)('that are %s pass as they are, others do not', (expected, shape, good, bad) => {
    for (const value of good) expect<unknown>(shape(value)).toBe(value)
    for (const value of bad) expect(complaint<unknown>(shape, value)).toBe(`reply (${expected})`)
  })

  it('may be held to more than their type', () => {
    const short = where(string, 'short', text => text.length < 3)
    expect(short('ab')).toBe('ab')
    expect(complaint(short, 'abc')).toBe('reply (short)')
    expect(complaint(short, 1)).toBe('reply (text)')
  })

  it('that are absent or null become what is said', () => {
    expect([or(int, 0)(undefined), or(int, 0)(null), or(int, 0)(5), orNull(int)(undefined)]).toEqual([0, 0, 5, null])
    expect(complaint(or(int, 0), 'x')).toBe('reply (a whole number)')
  })

  it('of two shapes are tried in order, and the first complains', () => {
    const shape = either(map(int, String), either(orNull(string), boolean))
    expect([1, 'x', true, null].map(shape)).toEqual(['1', 'x', true, null])
    expect(complaint(shape, [])).toBe('reply (a whole number)')
  })
})

describe('lists and dictionaries', () => {
  it.each([0, 1, 100, 101, 1000])('of %i values keep order, number and keys', count => {
    const values = Array.from({ length: count }, (_, at) => at)
    expect(array(int)(values)).toEqual(values)
    const keyed = Object.fromEntries(values.map(value => [`k${value}`, value]))
    expect(record(int)(keyed)).toEqual(keyed)
  })

  it('keep keys of any name as their own', () => {
    const json = JSON.parse('{"__proto__": 1, "constructor": 2, "": 3}')
    expect(Object.entries(record(int)(json))).toEqual([
      ['__proto__', 1],
      ['constructor', 2],
      ['', 3],
    ])
  })

  it('are not mistaken for one another', () => {
    expect(complaint(array(int), {})).toBe('reply (a list)')
    for (const json of [[], null, 'x', undefined]) expect(complaint(record(int), json)).toBe('reply (an object)')
  })
})

describe('objects', () => {
  const course = object({
    courseCode: orNull(string),
    sisCourseId: orNull(string),
    isBlueprint: named('blueprint', or(boolean, false)),
    both: beside(map(object({ first: int, second: int }), ({ first, second }) => first + second)),
  })

  it('have our names for the keys of Canvas, and nothing besides', () => {
    const json = { course_code: 'A&B', sis_course_id: '$', blueprint: true, first: 1, second: 2, extra: 'left out' }
    expect(course(json)).toEqual({ courseCode: 'A&B', sisCourseId: '$', isBlueprint: true, both: 3 })
  })

  it('lack nothing that has no default, and say by which key, without quoting', () => {
    expect(complaint(course, { first: 1 })).toBe('second (a whole number)')
    expect(complaint(course, { blueprint: 'Jane Doe', first: 1, second: 2 })).toBe('blueprint (true or false)')
    expect(complaint(array(object({ rows: record(array(course)) })), [{ rows: { 'a b': [{ first: '' }] } }])).toBe(
      '0.rows.a b.0.first (a whole number)',
    )
  })

  it('are not lists, texts or null', () => {
    for (const json of [[], null, 'x', 1, undefined]) expect(complaint(course, json)).toBe('reply (an object)')
  })
})

describe('tryShape', () => {
  it('gives undefined for another shape, and lets a fault of ours through', () => {
    expect(tryShape(int, 'x')).toBeUndefined()
    expect(tryShape(unknown, null)).toBeNull()
    const faulty = map(int, () => {
      throw new RangeError('ours')
    })
    expect(() => tryShape(faulty, 1)).toThrow(RangeError)
    expect(() => tryShape(array(faulty), [1])).toThrow(RangeError)
  })
})
