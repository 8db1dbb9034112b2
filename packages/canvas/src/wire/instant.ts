import { string, where } from './shape.ts'

/** An instant as Canvas writes it: ISO 8601 in UTC, to the second. */
export type Instant = string

export const instant = where(string, 'an instant', text => !Number.isNaN(Date.parse(text)))
