import { fromXml } from 'xast-util-from-xml'
import { parseHtml, textOf } from '../html/tree.ts'

type Xml = ReturnType<typeof fromXml>

/**
 * The XML of a cartridge, as forgiving as Canvas's parser (Nokogiri in its default, recovering mode) in what exports really get wrong:
 * bare ampersands, names of HTML, control characters, space before the declaration. A DOCTYPE is read past: its entities stay names.
 */
export function parseXml(text: string): Xml {
  try {
    return fromXml(text)
  } catch {
    return fromXml(mend(text))
  }
}

// The closing marks may be missing: then the rest is inside, and no position is looked at twice.
const raw = /<!\[CDATA\[[\s\S]*?(?:\]\]>|$)|<!--[\s\S]*?(?:-->|$)|<!DOCTYPE[^[>]*(?:\[[^\]]*(?:\]|$))?[^>]*(?:>|$)/
const reference = /&(?:#\d{1,7};|#x[\da-f]{1,6};|[a-z][\da-z]{0,31};)?/
const mendable = new RegExp(`${raw.source}|${reference.source}`, 'gi')
const known = new Set(['&amp;', '&lt;', '&gt;', '&quot;', '&apos;'])

function mend(text: string): string {
  return withoutControls(text)
    .trim()
    .replace(mendable, found => (found.startsWith('&') ? mendReference(found) : found))
}

function mendReference(written: string): string {
  if (known.has(written) || written.startsWith('&#')) return written
  const meant = written.length > 2 ? textOf(parseHtml(written)) : written
  return meant.startsWith('&') ? `&amp;${meant.slice(1)}` : meant
}

/** What XML 1.0 does not allow to stand in a document. */
function withoutControls(text: string): string {
  return text.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
}
