import mime from 'mime'
import { z } from 'zod'
import type { Digest } from './store-bytes.ts'

/** What a revision of a media asset says: which bytes, and how people know them. Other fields stay as they are. */
export const mediaContent = z.looseObject({
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  size: z.number().int().nonnegative(),
  type: z.string().regex(/^[\w.+-]+\/[\w.+-]+$/),
  fileName: z.string(),
})

export type MediaContent = z.infer<typeof mediaContent>

/** The type is that of the name: what a browser or a package claims may be anything. */
export function toMediaContent(fileName: string, { hash, size }: Digest): MediaContent {
  return { hash, size, type: mime.getType(fileName) ?? 'application/octet-stream', fileName }
}
