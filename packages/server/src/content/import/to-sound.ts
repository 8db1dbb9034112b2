import { cleanText } from '../../library/clean-text.ts'

/** The same without what PostgreSQL does not keep: NUL, and halves of characters. Names of fields are as any other text. */
export function toSound<T>(value: T): T
export function toSound(value: unknown): unknown {
  if (typeof value === 'string') return cleanText(value)
  if (Array.isArray(value)) return value.map(each => toSound<unknown>(each))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [toSound(name), toSound<unknown>(each)]))
}
