import { z } from '@hono/zod-openapi'

const id = (description: string) => z.guid().meta({ description })

/** What addresses name. */
export const inCourse = z.object({ courseId: id('A course.') })
export const inModule = inCourse.extend({ moduleId: id('A module of it.') })
export const inObject = inCourse.extend({ objectId: id('A Learning Object that it holds.') })
export const inPage = inCourse.extend({ pageId: id('A page that it shows.') })

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
/** As `nameText`, in an address, where a NUL can stand too. */
export const wordText = nameText.refine(text => !text.includes('\0'), 'A NUL character cannot be kept.')
export const longText = z.string().max(LONG, `This is longer than ${LONG} characters. Shorten it.`)

export const passingMark = z.int().min(0).max(100).nullable().meta({ description: 'In percent; null: none.' })

/** JSON that is kept as it comes: details of a course, what a style looks like. */
export const anyObject = z.record(z.string(), z.unknown())

/** Behind which of its siblings. */
export const after = maybe(z.guid().nullable().meta({ description: 'Behind this one; null: first; left out: last.' }))

export const nothing = z.null().meta({ description: 'There is nothing else to say.' })

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
