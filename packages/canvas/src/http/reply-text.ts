/** Guards memory against an endless answer; the largest honest one (an asset mapping of a huge course) is far below. */
export const MAX_REPLY_BYTES = 64 * 1024 * 1024

export class ReplyTooLarge extends Error {
  override readonly name = 'ReplyTooLarge'
}

/** The body's bytes, read as they come, given up beyond the limit. */
export async function readBytes(response: Response, maxBytes: number): Promise<Uint8Array<ArrayBuffer>> {
  if (Number(response.headers.get('content-length') ?? 0) > maxBytes) throw new ReplyTooLarge()
  const chunks: Uint8Array[] = []
  let length = 0
  const reader = response.body?.getReader()
  for (let part = await reader?.read(); part?.value !== undefined; part = await reader?.read()) {
    length += part.value.byteLength
    if (length > maxBytes) {
      await reader?.cancel()
      throw new ReplyTooLarge()
    }
    chunks.push(part.value)
  }
  return joinChunks(chunks, length)
}

function joinChunks(chunks: readonly Uint8Array[], length: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length)
  let at = 0
  for (const chunk of chunks) {
    bytes.set(chunk, at)
    at += chunk.byteLength
  }
  return bytes
}

export async function readText(response: Response, maxBytes = MAX_REPLY_BYTES): Promise<string> {
  return new TextDecoder().decode(await readBytes(response, maxBytes))
}

/** Canvas puts this before JSON it answers under a browser session, against script inclusion (API basics). */
const HIJACK_PREFIX = 'while(1);'

export type ParsedJson = { readonly ok: true; readonly value: unknown } | { readonly ok: false }

/** JSON without Canvas's prefix. The parser's own error is dropped: it quotes the reply, and a reply holds names. */
export function parseJson(text: string): ParsedJson {
  try {
    return { ok: true, value: JSON.parse(text.startsWith(HIJACK_PREFIX) ? text.slice(HIJACK_PREFIX.length) : text) }
  } catch {
    return { ok: false }
  }
}
