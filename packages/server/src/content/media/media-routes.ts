import { createRoute, z } from '@hono/zod-openapi'
import { answerOutcome } from '../../api/answer-outcome.ts'
import type { AppParts } from '../../api/create-app.ts'
import { createRoutes } from '../../api/create-routes.ts'
import { done, refusals } from '../../api/replies.ts'
import { maybe, nameText } from '../../api/requests.ts'
import { requireEditor } from '../../api/require-editor.ts'
import type { Outcome } from '../../library/index.ts'
import { toStream } from '../package/chunks-of.ts'
import { addMedia, type MediaMade, type Upload, updateMedia } from './add-media.ts'
import { findMedia } from './find-media.ts'
import { mediaContent } from './media-content.ts'
import { mediaHeaders } from './media-headers.ts'
import { parseRange } from './parse-range.ts'
import { withUpload } from './receive-upload.ts'
import { readBytes } from './store-bytes.ts'

const tags = ['media']
const MEGABYTE = 1024 * 1024
/** A film for a lesson; longer ones belong on a service for films. */
const LARGEST = 512 * MEGABYTE

const made = z
  .object({ itemId: z.guid(), revisionId: z.guid(), name: z.string(), content: mediaContent })
  .readonly()
  .meta({ id: 'MediaMade', description: 'A media asset; its bytes are at /api/media/{itemId}/{revisionId}.' })

const upload = createRoute({
  method: 'post',
  path: '/media',
  tags,
  summary: 'Upload a file: a new media asset, or other bytes for one',
  middleware: [requireEditor] as const,
  request: {
    query: z.object({
      name: nameText.meta({ description: 'Of the file. Its ending says what it is.' }),
      itemId: maybe(z.guid().meta({ description: 'The media asset to update everywhere; left out: a new one.' })),
      baseRevisionId: maybe(z.guid().meta({ description: 'With itemId: the revision that was seen.' })),
    }),
    body: {
      required: true,
      description: 'The bytes themselves.',
      content: { 'application/octet-stream': { schema: z.string().meta({ format: 'binary' }) } },
    },
  },
  responses: done(made, 'What was made.'),
})

const read = createRoute({
  method: 'get',
  path: '/media/{itemId}/{revisionId}',
  tags,
  summary: 'The bytes of a media asset, at a revision of it',
  request: { params: z.object({ itemId: z.guid(), revisionId: z.guid() }) },
  responses: {
    ...refusals,
    200: {
      description: 'All of them.',
      content: { 'application/octet-stream': { schema: z.string().meta({ format: 'binary' }) } },
    },
    206: { description: 'The part that the Range header names.' },
    304: { description: 'As whoever asks has it.' },
    416: { description: 'There is no such part.' },
  },
})

const unseen: Outcome<MediaMade> = {
  ok: false,
  reason: 'invalid',
  message: 'Which revision was seen? Send baseRevisionId with itemId.',
  details: null,
}

const notThere: Outcome<null> = {
  ok: false,
  reason: 'not-found',
  message: 'There is no such media asset in your library. Look it up among the media.',
  details: null,
}

export function mediaRoutes({ db }: AppParts) {
  return createRoutes()
    .openapi(upload, async c => {
      const { name: fileName, itemId, baseRevisionId } = c.req.valid('query')
      const { actor } = c.var
      return withUpload(c, LARGEST, async file => {
        const given: Upload = { file, fileName }
        if (itemId === undefined) return answerOutcome(c, await addMedia(db, actor, given))
        if (baseRevisionId === undefined) return answerOutcome(c, unseen)
        return answerOutcome(c, await updateMedia(db, actor, { ...given, itemId, baseRevisionId }))
      })
    })
    .openapi(read, async c => {
      const found = await findMedia(db, c.var.actor, c.req.valid('param'))
      if (found === undefined) return answerOutcome(c, notThere)
      const headers = mediaHeaders(found)
      if (c.req.header('if-none-match') === headers.etag) return c.body(null, 304, headers)
      const range = parseRange(c.req.header('range'), found.size)
      if (range === 'beyond') return c.body(null, 416, { ...headers, 'content-range': `bytes */${found.size}` })
      const part = range ?? { from: 0, to: found.size - 1 }
      const body = toStream(readBytes(db, c.var.actor.workspaceId, found.hash, part))
      const length = { 'content-length': String(part.to - part.from + 1) }
      if (range === undefined) return c.body(body, 200, { ...headers, ...length })
      return c.body(body, 206, {
        ...headers,
        ...length,
        'content-range': `bytes ${part.from}-${part.to}/${found.size}`,
      })
    })
}
