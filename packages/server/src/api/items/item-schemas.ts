import { z } from '@hono/zod-openapi'
import type { ItemKind } from '@recourse/core/library'
import { anyObject, longText, maybe, nameText } from '../requests.ts'

const webAddress = longText.refine(
  text => URL.canParse(text) && /^(https?|mailto):$/.test(new URL(text).protocol),
  'This is no address on the web. It begins with https:// or http://.',
)

const resource = z.looseObject({ url: webAddress })
const term = z.looseObject({ text: longText })
/** A media asset is made by an upload: nobody writes down by hand where its bytes are. */
export const newItem = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('resource'), name: nameText, content: resource }),
    z.object({ kind: z.literal('term'), name: nameText, content: term }),
  ])
  .meta({ id: 'NewItem', description: 'A resource or a glossary term.' })

export const updatedItem = z.object({ baseRevisionId: z.guid(), name: maybe(nameText), content: anyObject }).meta({
  id: 'UpdatedItem',
  description:
    'The revision that it was made from, another name if it is to have one, and the new content: url of a resource, text of a term. Media are updated by an upload.',
})

const contents = { resource, term } as const

/** What is wrong with the content of an item of this kind; `undefined`: nothing. */
export function findItemFault(kind: ItemKind, content: object): string | undefined {
  if (kind === 'media') return 'A media asset is updated by uploading its file: POST /api/media with its itemId.'
  const checked = contents[kind].safeParse(content)
  return checked.success
    ? undefined
    : checked.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)[0]
}
