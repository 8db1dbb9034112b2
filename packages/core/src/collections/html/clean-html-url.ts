/**
 * An address of the web or of this site, as a browser reads it (it skips line breaks, and space around); `undefined` for
 * any other. `schemes` may be used besides.
 */
export function cleanUrl(text: string, schemes: readonly string[] = []): string | undefined {
  const url = text.replace(/[\t\n\r]/g, '').trim()
  // biome-ignore lint/suspicious/noControlCharactersInRegex: browsers skip some of these, so that a scheme may follow.
  if (/[\u0000-\u001f]/.test(url)) return undefined
  const [, scheme] = /^([^/?#]*?):/.exec(url) ?? []
  return scheme === undefined || ['http', 'https', ...schemes].includes(scheme.toLowerCase()) ? url : undefined
}
