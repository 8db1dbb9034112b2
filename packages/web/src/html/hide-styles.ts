const NAME = 'data-recourse-style'

/** Attributes of which a browser says that the policy forbids them. */
const reported = /^(?:style|on.+)$/i

const tagStart = /<[a-z][^\s/>]*/gi
const attribute = /[\s/]*([^\s/>=]+)(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>"']+))?/y

/**
 * Markup whose `style` and `on…` attributes have other names. A browser reports each of them as against the content security
 * policy as soon as it parses one, in any document; nothing else is changed, and what looks like one in a text stays.
 */
export function hideStyles(html: string): string {
  const parts: string[] = []
  let at = 0
  const take = (to: number) => {
    parts.push(html.slice(at, to))
    at = to
  }
  for (;;) {
    tagStart.lastIndex = at
    if (tagStart.exec(html) === null) break
    take(tagStart.lastIndex)
    for (;;) {
      attribute.lastIndex = at
      const found = attribute.exec(html)
      if (found === null) break
      const [text, name = ''] = found
      if (reported.test(name)) {
        const named = at + text.indexOf(name)
        take(named)
        parts.push(name.toLowerCase() === 'style' ? NAME : `data-${name}`)
        at = named + name.length
      }
      take(attribute.lastIndex)
    }
  }
  take(html.length)
  return parts.join('')
}

/** What was copied somewhere else, with nothing in it that a browser would act on: style sheets become what nobody reads. */
export function hidePasted(html: string): string {
  return hideStyles(html.replace(/<(\/?)style(?=[\s/>])/gi, '<$1noscript'))
}

/** What `hideStyles` calls an attribute, by its own name. */
export function toOwnName(name: string): string {
  return name === NAME ? 'style' : name
}
