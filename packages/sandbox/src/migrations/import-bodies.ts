import { sanitizeBody } from '../html/sanitize.ts'
import { serializeHtml } from '../html/serialize.ts'
import { attributeOf, elementsOf, parseHtml, setAttribute, setText, textOf } from '../html/tree.ts'
import type { ImportRun, PendingBody } from './import-run.ts'
import { md5 } from './migration-id.ts'

const LINK_ATTRIBUTES = ['rel', 'href', 'src', 'srcset', 'data', 'value', 'longdesc', 'data-download-url'] as const
const TOKEN =
  /(?:\$|%24)(?:CANVAS_COURSE_REFERENCE|CANVAS_OBJECT_REFERENCE|WIKI_REFERENCE|IMS[-_]CC[-_]FILEBASE)(?:\$|%24)/

/**
 * Stores a body as it stands during an import: links hold placeholders until the last stage, when everything they may
 * point to is there (canvas_link_migrator `link_parser.rb`). Also remembers it for that stage.
 */
export function keepBody(run: ImportRun, body: PendingBody): void {
  body.write(sanitizeBody(withPlaceholders(body.tokens)))
  run.imported.bodies.push(body)
}

export function withPlaceholders(html: string): string {
  if (!TOKEN.test(html)) return html
  const root = parseHtml(html)
  for (const element of elementsOf(root)) {
    for (const name of LINK_ATTRIBUTES) {
      const value = attributeOf(element, name)
      if (value === undefined || !TOKEN.test(value)) continue
      const placeholder = `LINK.PLACEHOLDER_${md5(value)}`
      if (element.tagName === 'a' && textOf(element).trim() === value) setText(element, placeholder)
      setAttribute(element, name, placeholder)
    }
  }
  return serializeHtml(root)
}
