import * as z from 'zod/mini'

/** A key that Canvas leaves out or sends as `null`, by version, rights or flag: `null` either way. */
export function orNull<T>(schema: z.ZodMiniType<T>) {
  return z.pipe(
    z.optional(z.nullable(schema)),
    z.transform(value => value ?? null),
  )
}

/** A key whose absence has a plain meaning. */
export function or<T>(schema: z.ZodMiniType<T>, absent: T) {
  return z.pipe(
    z.optional(z.nullable(schema)),
    z.transform(value => value ?? absent),
  )
}

/** An instant as Canvas writes it: ISO 8601 in UTC, to the second. */
export type Instant = string

export const instant = z.string().check(z.refine(text => !Number.isNaN(Date.parse(text))))
