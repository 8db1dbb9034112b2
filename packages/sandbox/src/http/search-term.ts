import { ApiError } from './errors.ts'
import type { Params } from './params.ts'
import { presentText } from './reading.ts'

/** `search_term`, folded for `isFound`, `undefined` when absent; a term that is too short is refused (Canvas: `SearchTermHelper`). */
export function searchTerm(params: Params, minLength = 2): string | undefined {
  const term = presentText(params, 'search_term')?.trim()
  if (term === undefined) return undefined
  if (term.length < minLength) throw tooShort(minLength)
  return fold(term)
}

/** True if one of the texts contains the term, whatever its case and Unicode form; without a term everything is found. */
export function isFound(term: string | undefined, ...texts: readonly string[]): boolean {
  return term === undefined || texts.some(text => fold(text).includes(term))
}

function fold(text: string): string {
  return text.normalize('NFC').toLowerCase()
}

function tooShort(minLength: number): ApiError {
  const message = `${minLength} or more characters is required`
  return new ApiError(400, { errors: [{ field: 'search_term', code: 'invalid', message }] })
}
