import { Node } from '@tiptap/core'
import { toReference } from '../markup/references.ts'
import type { PageGuide } from '../page-guide.ts'
import { drawPicture } from './draw-picture.ts'
import { referenceAttribute } from './link-marks.ts'

/** A pasted picture has an address on the web; one that is nothing but data is no picture of the library. */
function parseSource(element: HTMLElement): string | null {
  const src = element.getAttribute('src') ?? ''
  return /^https?:/i.test(src) && element.dataset.reference === undefined ? src : null
}

/** A picture of the library in a line of text; one of another site is kept, and its text shown in its place. */
export const Picture = Node.create<{ readonly guide: PageGuide | undefined }>({
  name: 'picture',
  group: 'inline',
  inline: true,
  draggable: true,
  addOptions: () => ({ guide: undefined }),
  addAttributes: () => ({
    src: { default: null, parseHTML: parseSource, rendered: false },
    alt: { default: '', parseHTML: element => element.getAttribute('alt') ?? '' },
    reference: referenceAttribute,
  }),
  parseHTML: () => [{ tag: 'img[data-reference]' }, { tag: 'img[src^="https:"]' }, { tag: 'img[src^="http:"]' }],
  renderHTML: ({ HTMLAttributes }) => ['img', HTMLAttributes],
  addNodeView() {
    const { guide } = this.options
    return ({ node }) => {
      const dom = document.createElement('span')
      dom.className = 'page-picture'
      const draw = () => {
        const { reference, src, alt, kept } = node.attrs
        dom.replaceChildren(drawPicture({ reference: toReference(reference), src, alt, kept }, guide))
      }
      draw()
      const forget = guide?.subscribe(draw)
      return { dom, destroy: () => forget?.() }
    }
  },
})
