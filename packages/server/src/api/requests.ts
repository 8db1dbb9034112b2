import { z } from '@hono/zod-openapi'

const id = (description: string) => z.guid().meta({ description })

/** Ids of addresses. */
export const inCourse = z.object({ courseId: id('A course.') })

/** Left out, or as given. JSON has no `undefined`, which alone tells the two schemas apart; the documentation knows only this one. */
export function maybe<S extends z.ZodType>(schema: S): z.ZodExactOptional<S> {
  return schema.optional() as unknown as z.ZodExactOptional<S>
}

/** In an address `true` is a word. */
export const flag = maybe(z.enum(['true', 'false']).transform(word => word === 'true'))

const SHORT = 500
const LONG = 100_000

const short = z.string().max(SHORT, `This is longer than ${SHORT} characters. Shorten it.`)
/** One line. */
export const shortText = short.meta({ description: `At most ${SHORT} characters.` })
/** One line that is not empty. */
export const nameText = short.refine(text => text.trim() !== '', 'A name is needed. Give it one.')
export const longText = z.string().max(LONG, `This is longer than ${LONG} characters. Shorten it.`)

export const dryRun = maybe(
  z.boolean().meta({ description: 'Everything is done, asked for its result, and taken back.' }),
)

export const search = maybe(
  shortText
    .refine(text => !text.includes('\0'), 'A NUL character cannot be looked for.')
    .meta({
      description: 'Every word of it is to be found; case and accents do not matter.',
    }),
)

export const limit = maybe(z.coerce.number().int().min(1).max(200))
export const offset = maybe(z.coerce.number().int().min(0).max(1_000_000))
