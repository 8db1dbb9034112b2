export type Attributes = Readonly<Record<string, string>>

export const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'

/** An element with its children, each written already. */
export function element(name: string, attributes: Attributes, ...children: readonly string[]): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeXml(value)}"`)
  return `<${name}${written.join('')}>${children.join('')}</${name}>\n`
}

/** An element holding text. */
export function textElement(name: string, text: string | number | boolean, attributes: Attributes = {}): string {
  return element(name, attributes, escapeXml(String(text)))
}

/** Also drops the characters that no XML 1.0 document may hold. */
function escapeXml(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
