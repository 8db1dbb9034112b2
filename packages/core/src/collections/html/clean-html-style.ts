import { cleanUrl } from './clean-html-url.ts'

/** What Canvas allows (canvas-api §4), without what moves an element out of its place or over another. */
const property =
  /^(?:(?:align|justify|place)-(?:content|items|self)|background(?:-(?:color|image|position|repeat))?|border(?:-[a-z-]+)?|clear|color|(?:(?:column|row)-)?gap|direction|display|(?:flex|font|grid|list-style|overflow)(?:-[a-z-]+)?|float|(?:m(?:ax|in)-)?(?:height|width)|line-height|(?:margin|padding)(?:-(?:bottom|left|right|top))?|order|table-layout|text-(?:align|decoration|indent)|vertical-align|visibility|white-space)$/

const callable = /^(?:calc|clamp|fit-content|hsla?|linear-gradient|m(?:ax|in|inmax)|radial-gradient|repeat|rgba?)$/

/** No honest declaration is longer, and none may take long to read. */
const maxLength = 1000

/** The declarations that may stay. Whatever is not plain `name: value` goes, so that browsers read the rest as we do. */
export function cleanStyle(text: string): string {
  const declarations = text.split(';').flatMap(declaration => {
    const [, name, value] = /^([a-z-]+) ?: ?(.+)$/i.exec(declaration.replace(/\s+/g, ' ').trim()) ?? []
    if (name === undefined || value === undefined || value.length > maxLength) return []
    const lowered = name.toLowerCase()
    return property.test(lowered) && isPlain(lowered, value) ? [`${lowered}: ${value};`] : []
  })
  return declarations.join(' ')
}

function isPlain(name: string, value: string): boolean {
  // Escapes, comments, blocks, and anything that no value above needs.
  if (!/^[\w #%.,+*/!:?&=~()"'-]+$/.test(value) || value.includes('/*')) return false
  if (name.startsWith('margin') && /- *[\d.]|\(/.test(value)) return false
  const withoutUrls = value.replace(
    /\burl\( ?(?:"([^"]*)"|'([^']*)'|([^"'() ]*)) ?\)/gi,
    (_, double?: string, single?: string, bare?: string) =>
      cleanUrl(double ?? single ?? bare ?? '') === undefined ? '?' : '',
  )
  const withoutTexts = withoutUrls.replace(/"[\w ,.-]*"|'[\w ,.-]*'/g, '')
  return !/["':?&=~]/.test(withoutTexts) && areCallsPlain(withoutTexts)
}

function areCallsPlain(value: string): boolean {
  let depth = 0
  for (const [part, name] of value.matchAll(/([\w-]*)\(|\)/g)) {
    depth += part === ')' ? -1 : 1
    if (depth < 0 || (part !== ')' && name !== '' && !callable.test((name ?? '').toLowerCase()))) return false
  }
  return depth === 0
}
