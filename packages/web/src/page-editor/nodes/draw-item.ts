import type { Reference } from '@recourse/core/library'
import { textOf } from '../../library/item-text.ts'
import { isDrawnType } from '../../library/item-thumbnail.tsx'
import { describeLink } from '../describe-link.ts'
import type { PageGuide } from '../page-guide.ts'
import { drawPicture } from './draw-picture.ts'

/** What an element shows without saying anything: the picture, or what and where it is. */
export function drawItem(reference: Reference, guide: PageGuide): HTMLElement {
  const item = reference.kind === 'page' ? undefined : guide.findItem(reference.kind, reference.targetId)
  if (item?.content && item.kind === 'media' && isDrawnType(textOf(item.content, 'type'))) {
    return drawPicture(
      { reference, src: null, alt: textOf(item.content, 'alternativeText') || item.name, kept: null },
      guide,
    )
  }
  const line = document.createElement('p')
  line.className = 'name'
  line.textContent = describeLink(reference, null, guide).text
  return line
}
