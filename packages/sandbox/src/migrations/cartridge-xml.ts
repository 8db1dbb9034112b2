const CANVAS = 'http://canvas.instructure.com/xsd/cccv1p0'
const CANVAS_SCHEMA = `xmlns="${CANVAS}" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="${CANVAS} https://canvas.instructure.com/xsd/cccv1p0.xsd"`

export type Attributes = Readonly<Record<string, string>>

/** An element with its children; `null` and `undefined` leave the element out, as Canvas omits what is not set. */
export function element(name: string, content: string | null | undefined, attributes: Attributes = {}): string {
  if (content === null || content === undefined) return ''
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeXml(value)}"`)
  return `<${name}${written.join('')}>${content}</${name}>\n`
}

/** An element holding text. */
export function textElement(name: string, text: string | number | boolean | null | undefined): string {
  return text === null || text === undefined ? '' : element(name, escapeXml(String(text)))
}

/** A file of Canvas's own namespace (`course_settings/*.xml`, `assignment_settings.xml`). */
export function canvasDocument(name: string, content: string, identifier?: string): string {
  const id = identifier === undefined ? '' : ` identifier="${escapeXml(identifier)}"`
  return `${DECLARATION}<${name}${id} ${CANVAS_SCHEMA}>\n${content}</${name}>\n`
}

export const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'

/** Also drops the characters that no XML 1.0 document may hold. */
export function escapeXml(text: string): string {
  return text
    .replace(FORBIDDEN, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is to be dropped.
const FORBIDDEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g

/** `2026-02-16T00:00:00`: UTC, without saying so. */
export function imsDate(instant: string | null): string | null {
  return instant === null ? null : instant.replace(/(?:\.\d+)?Z$/, '')
}
