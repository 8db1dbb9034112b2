import type { Reference } from '@recourse/core/library'
import { pageWords } from '../../words/page-words.ts'
import type { Kept } from '../markup/kept.ts'
import type { PageGuide } from '../page-guide.ts'
import { setAttributes } from './set-attributes.ts'

interface ShownPicture {
  readonly reference: Reference | undefined
  readonly src: string | null
  readonly alt: string
  readonly kept: Kept | null
}

/** The picture itself; in the place of one that is not to be had, what it shows, and why it is not there. */
export function drawPicture(picture: ShownPicture, guide: PageGuide | undefined): HTMLElement {
  const { reference, alt, kept } = picture
  const item = reference?.kind === 'media' ? guide?.findItem('media', reference.targetId) : undefined
  if (item === undefined || item.content === null) return drawMissing(picture, item?.name)
  const image = document.createElement('img')
  setAttributes(image, kept)
  image.alt = alt
  image.title = item.name
  image.src = `/api/media/${item.itemId}/${item.revisionId}`
  image.addEventListener('error', () => image.replaceWith(drawMissing(picture, item.name)))
  return image
}

function drawMissing({ src, alt, reference }: ShownPicture, name: string | undefined): HTMLElement {
  const place = document.createElement('span')
  place.className = 'page-no-picture name'
  const why = src === null || reference !== undefined ? pageWords.pictureGone(name) : pageWords.pictureElsewhere
  place.textContent = alt === '' ? why : `${alt} (${why})`
  place.title = src ?? ''
  return place
}
