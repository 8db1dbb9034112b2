// Ruby's URI.parse (RFC 3986) refuses what is not made of these; Canvas then leaves the address alone.
const uriText = /^(?:%[0-9a-f]{2}|[a-z0-9\-._~:/?#@!$&'()*+,;=])*$/i

/** Whether Ruby's `URI.parse` takes the text: ASCII without spaces, quotes, braces and the like. */
export function isRubyUri(url: string): boolean {
  return uriText.test(url)
}

/** The path, query and fragment of an absolute web address, as written, if its host is one of those named; `undefined` otherwise. */
export function relativeTo(url: string, hostNames: readonly string[]): string | undefined {
  const parts = /^https?:\/\/([^/?#]*)(.*)$/i.exec(url)
  if (!parts || !isRubyUri(url)) return undefined
  const [, authority = '', rest = ''] = parts
  const host = authority.replace(/:\d*$/, '').toLowerCase()
  return hostNames.includes(host) ? rest : undefined
}

/** Percent-sequences decoded; those that make no UTF-8 stay as they are. */
export function unescapeUri(text: string): string {
  return text.replace(/(?:%[0-9a-f]{2})+/gi, sequence => {
    try {
      return decodeURIComponent(sequence)
    } catch {
      return sequence
    }
  })
}

/** Ruby's `URI::DEFAULT_PARSER.escape`: `?` and `&` of a file's name stay, `#` and `%` do not. */
export function escapeUri(text: string): string {
  return encodeURI(wellFormed(text)).replaceAll('#', '%23').replaceAll('%5B', '[').replaceAll('%5D', ']')
}

/** Half a surrogate pair as U+FFFD: `encodeURI` throws on it. */
export function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\ufffd')
}
