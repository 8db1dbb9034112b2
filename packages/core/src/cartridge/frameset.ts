const hasFrames = /<frameset[\s>]/i

/**
 * A frameset as a page that leads to its frames, with what it says to those who see no frames; `undefined` for any other document.
 */
export function framesAsLinks(text: string): string | undefined {
  if (!hasFrames.test(text)) return undefined
  return text
    .replace(/<\/?(?:frameset|noframes)(?:\s[^<>]*)?>/gi, tag => (hasFrames.test(tag) ? '<body>' : ''))
    .replace(/<frame\s[^<>]*>/gi, toLink)
}

function toLink(frame: string): string {
  const source = attributeIn(frame, 'src')
  if (source === undefined) return ''
  const name = attributeIn(frame, 'title') ?? attributeIn(frame, 'name') ?? source
  return `<p><a href="${source.replaceAll('"', '&quot;')}">${name.replaceAll('<', '&lt;')}</a></p>`
}

/** As it is written, with its references. */
function attributeIn(tag: string, name: string): string | undefined {
  const found = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'i').exec(tag)
  return (found?.[1] ?? found?.[2] ?? found?.[3])?.trim() || undefined
}
