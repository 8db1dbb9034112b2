export type CopyMode = 'share' | 'duplicate'

const LONGEST = 255

/** What the copy dialog offers (library §1.5 *A8*); the end of a long title gives way, never half a character. */
export function proposeTitle(title: string, mode: CopyMode): string {
  const suffix = mode === 'share' ? ' (shared copy)' : ' (copy)'
  return `${shorten(title, LONGEST - suffix.length)}${suffix}`
}

function shorten(title: string, length: number): string {
  if (title.length <= length) return title
  let result = ''
  for (const character of title) {
    if (result.length + character.length > length - 1) break
    result += character
  }
  return `${result.trimEnd()}…`
}
