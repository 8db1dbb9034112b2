import {
  IconAudioLine,
  IconDocumentLine,
  IconImageLine,
  IconLinkLine,
  IconTextLine,
  IconVideoLine,
} from '@instructure/ui-icons'
import { useState } from 'react'
import { textOf } from './item-text.ts'
import type { Item } from './use-items.ts'

/** Types that every browser draws as a picture; as one, an SVG runs nothing. */
const drawn = /^image\/(?:png|jpeg|gif|webp|avif|bmp|svg\+xml)$/

export function isDrawnType(type: string): boolean {
  return drawn.test(type)
}

/** As much of an item as its picture needs; in the trash it has none. */
type Pictured = Pick<Item, 'kind' | 'itemId' | 'revisionId'> & {
  readonly content: Item['content'] | null
  readonly trashedBy?: string | null
}

/** The picture itself, small; for anything else a sign of what it is. */
export function ItemThumbnail({ item }: { readonly item: Pictured }) {
  const [isBroken, setBroken] = useState(false)
  const isDrawn = item.kind === 'media' && !item.trashedBy && isDrawnType(typeOf(item))
  return (
    <span className="item-thumbnail" aria-hidden="true">
      {isDrawn && !isBroken ? (
        <img
          src={`/api/media/${item.itemId}/${item.revisionId}`}
          alt=""
          loading="lazy"
          onError={() => setBroken(true)}
        />
      ) : (
        <Sign item={item} />
      )}
    </span>
  )
}

function typeOf({ content }: Pictured): string {
  return textOf(content ?? {}, 'type')
}

function Sign({ item }: { readonly item: Pictured }) {
  if (item.kind === 'resource') return <IconLinkLine size="small" />
  if (item.kind === 'term') return <IconTextLine size="small" />
  const type = typeOf(item)
  if (type.startsWith('image/')) return <IconImageLine size="small" />
  if (type.startsWith('video/')) return <IconVideoLine size="small" />
  if (type.startsWith('audio/')) return <IconAudioLine size="small" />
  return <IconDocumentLine size="small" />
}
