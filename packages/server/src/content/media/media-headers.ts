import type { MediaContent } from './media-content.ts'
import { toFileName } from './to-file-name.ts'

/** Types that a browser only draws. Whatever may run something (HTML, SVG, XML, PDF …) is handed over as a file. */
const drawn =
  /^(?:image\/(?:png|jpeg|gif|webp|avif|bmp|x-icon|vnd\.microsoft\.icon)|audio\/[\w.+-]+|video\/[\w.+-]+|text\/plain|text\/vtt)$/

/** Even a type that is drawn is drawn without a right: it may have been made to be taken for another one. */
export function mediaHeaders({ type, fileName, hash }: MediaContent): Readonly<Record<string, string>> {
  const isDrawn = drawn.test(type)
  return {
    'content-type': isDrawn && type.startsWith('text/') ? `${type}; charset=utf-8` : type,
    'content-disposition': `${isDrawn ? 'inline' : 'attachment'}; ${toFileName(fileName)}`,
    'content-security-policy':
      "sandbox; default-src 'none'; img-src 'self'; media-src 'self'; style-src 'unsafe-inline'; form-action 'none'; frame-ancestors 'self'",
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'same-origin',
    'referrer-policy': 'no-referrer',
    // A revision never changes. Of whoever was allowed to see it, and of nobody between.
    'cache-control': 'private, max-age=31536000, immutable, no-transform',
    etag: `"${hash}"`,
    'accept-ranges': 'bytes',
  }
}
