/** `<address>; param; param` — the address may hold commas and semicolons, a quoted parameter too. */
const LINK = /<([^<>]*)>((?:\s*;\s*[^\s;,="]+(?:\s*=\s*(?:"[^"]*"|[^\s;,"]+))?)*)/g
const REL = /;\s*rel\s*=\s*(?:"([^"]*)"|([^\s;,"]+))/i

/** The address of `rel=next` in a `Link` header (RFC 8288); `undefined` on the last page. */
export function findNextLink(header: string | null): string | undefined {
  for (const [, address, parameters = ''] of (header ?? '').matchAll(LINK)) {
    const rel = REL.exec(parameters)
    const names = (rel?.[1] ?? rel?.[2] ?? '').toLowerCase().split(/\s+/)
    if (names.includes('next')) return address
  }
  return undefined
}
