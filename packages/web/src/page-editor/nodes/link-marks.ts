import { referenceName } from '@recourse/core/library'
import { Mark, mergeAttributes } from '@tiptap/core'
import { describeLink, isWeb } from '../describe-link.ts'
import { parseReferenceName, toReference } from '../markup/references.ts'
import type { PageGuide } from '../page-guide.ts'

const referenceAttribute = {
  default: null,
  parseHTML: (element: HTMLElement) => parseReferenceName(element.dataset.reference ?? '') ?? null,
  renderHTML: ({ reference }: Readonly<Record<string, unknown>>) => {
    const found = toReference(reference)
    return found === undefined ? {} : { 'data-reference': referenceName(found) }
  },
}

/** As in a text that was pasted: only what a browser can follow. */
function parseAddress(element: HTMLElement): string | null {
  const address = element.getAttribute('href')
  return address !== null && isWeb(address) ? address : null
}

/** A link to an address, or to something of this library: then it holds a reference and no address. */
export const PageLink = Mark.create<{ readonly guide: PageGuide | undefined }>({
  name: 'link',
  priority: 1000,
  inclusive: false,
  addOptions: () => ({ guide: undefined }),
  addAttributes: () => ({
    href: { default: null, parseHTML: parseAddress, rendered: false },
    reference: referenceAttribute,
  }),
  parseHTML: () => [{ tag: 'a[href]' }, { tag: 'a[data-reference]' }],
  renderHTML({ HTMLAttributes, mark }) {
    const { guide } = this.options
    if (guide === undefined) return ['a', HTMLAttributes, 0]
    const { text, isActive, href } = describeLink(toReference(mark.attrs.reference), mark.attrs.href, guide)
    const away = href === undefined || href.startsWith('/courses/') ? {} : { target: '_blank', rel: 'noreferrer' }
    const shown = { class: isActive ? 'page-link' : 'page-link page-link-inactive', title: text }
    return ['a', mergeAttributes(HTMLAttributes, shown, href === undefined ? {} : { href }, away), 0]
  },
})

/** An inline element that has no button here: small, code, a language, a colour. */
export const Phrase = Mark.create({
  name: 'phrase',
  excludes: '',
  addAttributes: () => ({ tag: { default: 'span', rendered: false } }),
  parseHTML: () => ['sub', 'sup', 'code', 'kbd', 'small', 'cite', 'q'].map(tag => ({ tag, attrs: { tag } })),
  renderHTML: ({ HTMLAttributes, mark }) => [mark.attrs.tag, HTMLAttributes, 0],
})

export { referenceAttribute }
