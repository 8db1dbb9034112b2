import type { Root } from 'xast'
import { fromXml } from 'xast-util-from-xml'
import { decodeEntity } from './decode-entity.ts'
import { PackageError } from './package-error.ts'

/** Entities of its own can stand for a file of this machine, or for gigabytes. */
export function refuseEntities(text: string): void {
  if (!/<!(?:ENTITY|ELEMENT|ATTLIST|NOTATION)\b/i.test(text)) return
  const message = 'This package is refused: its XML defines entities of its own. Export the course again.'
  throw new PackageError('unsafe', message)
}

/**
 * The XML of a package. What exports really get wrong is forgiven: bare ampersands, names of HTML, control characters, space before the
 * declaration. Throws on anything else that is broken.
 */
export function parseXml(text: string): Root {
  try {
    return fromXml(withoutDoctype(text))
  } catch {
    return fromXml(withoutDoctype(mend(text)))
  }
}

/** It names a grammar, which nothing here needs. */
function withoutDoctype(text: string): string {
  return text.replace(/<!DOCTYPE[^[>]*>/i, '')
}

// The closing marks may be missing: then the rest is inside, and no position is looked at twice.
const mendable =
  /<!\[CDATA\[[\s\S]*?(?:\]\]>|$)|<!--[\s\S]*?(?:-->|$)|&(?:#\d{1,7};|#x[\da-f]{1,6};|[a-z][\da-z]{0,31};)?/gi
const known = new Set(['&amp;', '&lt;', '&gt;', '&quot;', '&apos;'])

function mend(text: string): string {
  return withoutControls(text)
    .trim()
    .replace(mendable, found => (found.startsWith('&') ? mendReference(found) : found))
}

function mendReference(written: string): string {
  if (known.has(written) || written.startsWith('&#')) return written
  const meant = written.length > 2 ? decodeEntity(written) : written
  return meant.startsWith('&') ? `&amp;${meant.slice(1)}` : meant
}

/** What XML 1.0 does not allow to stand in a document. */
function withoutControls(text: string): string {
  return text.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
}
