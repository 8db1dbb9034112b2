/** Whether a document is written by the rules of XML, where `<title/>` is a whole element. */
export function isXhtml(name: string, text: string): boolean {
  const start = text.slice(0, 2000)
  const isDeclared = /^\s*<\?xml\s/.test(start) || /<!DOCTYPE\s[^<>]*XHTML/i.test(start)
  return (
    isDeclared ||
    /\.xhtml$/i.test(name) ||
    /<html\s[^<>]*xmlns\s*=\s*["']http:\/\/www\.w3\.org\/1999\/xhtml/i.test(start)
  )
}

// HTML, 13.1.2: they have no end; with them those of old HTML that the parser knows.
const voids =
  /^(?:area|base|basefont|bgsound|br|col|embed|frame|hr|img|input|keygen|link|meta|param|source|track|wbr)$/i

/** Writes `<title/>` as `<title></title>`: to a parser of HTML the slash says nothing, and the element has no end. */
export function closeEmptyElements(text: string): string {
  const next = /<!--|<!\[CDATA\[|<([a-z][\w:.-]*)/gi
  const parts: string[] = []
  let done = 0
  for (let found = next.exec(text); found !== null; found = next.exec(text)) {
    const [opening, name] = found
    if (name === undefined) {
      next.lastIndex = after(text, opening === '<!--' ? '-->' : ']]>', next.lastIndex)
      continue
    }
    const end = endOfTag(text, next.lastIndex)
    next.lastIndex = end
    if (isSelfClosed(text.slice(found.index, end))) {
      if (voids.test(name)) continue
      parts.push(text.slice(done, end - 2), `></${name}>`)
      done = end
    } else if (/^(?:script|style)$/i.test(name)) next.lastIndex = after(text, `</${name}`, end)
  }
  return parts.join('') + text.slice(done)
}

function after(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from)
  return at < 0 ? text.length : at + mark.length
}

function endOfTag(text: string, from: number): number {
  const next = /["'>]/g
  next.lastIndex = from
  for (let found = next.exec(text); found !== null; found = next.exec(text)) {
    if (found[0] === '>') return next.lastIndex
    next.lastIndex = after(text, found[0], next.lastIndex)
  }
  return text.length
}

/** A slash at the end of a value without quotes is part of the value. */
function isSelfClosed(tag: string): boolean {
  return tag.endsWith('/>') && !/=[^\s"'=]+\/>$/.test(tag)
}
