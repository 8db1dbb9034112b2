/** An address that may stand in `href` or `src`: http or https, or a path of this Canvas; else `undefined`. Nothing that a configuration says can run. */
export function safeUrl(url: string | null, origin: string): string | undefined {
  if (url === null || url === '' || !URL.canParse(url, origin)) return undefined
  const parsed = new URL(url, origin)
  const isWeb = parsed.protocol === 'https:' || parsed.protocol === 'http:'
  return isWeb ? parsed.href : undefined
}
