import type { Block } from '@recourse/core/library'
import { mergeAttributes, Node } from '@tiptap/core'
import { NodeSelection } from '@tiptap/pm/state'
import { parseHtml } from '../../html/parse-html.ts'
import { pageWords } from '../../words/page-words.ts'
import type { UnfitReason } from '../markup/unfit.ts'
import type { PageGuide } from '../page-guide.ts'
import { drawItem } from './draw-item.ts'
import { drawMarkup } from './draw-markup.ts'

/** An element that is shown as it is: it can be moved and deleted, and says why it is not edited. */
export const FixedElement = Node.create<{ readonly guide: PageGuide | undefined }>({
  name: 'fixedElement',
  atom: true,
  selectable: true,
  addOptions: () => ({ guide: undefined }),
  addAttributes: () => ({
    id: { default: '', rendered: false },
    block: { default: null, rendered: false },
    reason: { default: 'other', rendered: false },
  }),
  renderHTML: ({ HTMLAttributes }) => ['section', mergeAttributes(HTMLAttributes, { 'data-page-fixed': '' })],
  addNodeView() {
    const { guide } = this.options
    return ({ node, view, getPos }) => {
      const dom = document.createElement('section')
      dom.className = 'page-element page-fixed'
      const draw = () => guide && dom.replaceChildren(...drawFixed(node.attrs.block, node.attrs.reason, guide))
      draw()
      const forget = guide?.subscribe(draw)
      dom.addEventListener('mousedown', event => {
        const at = getPos()
        if (!view.editable || at === undefined) return
        // The browser would put its cursor at the beginning of the page: there is no place for one in here.
        event.preventDefault()
        view.focus()
        view.dispatch(view.state.tr.setSelection(NodeSelection.create(view.state.doc, at)))
      })
      return {
        dom,
        ignoreMutation: () => true,
        stopEvent: ({ type }) => type === 'mousedown' && view.editable,
        destroy: () => forget?.(),
      }
    }
  },
})

function drawFixed(block: Block, reason: UnfitReason, guide: PageGuide): readonly HTMLElement[] {
  const why = document.createElement('p')
  why.className = 'page-fixed-why'
  why.textContent = pageWords.fixed[reason]
  const body = document.createElement('div')
  body.className = 'page-fixed-body'
  body.append(drawMarkup(parseHtml(block.text), block, guide))
  if (reason === 'item') body.append(...block.references.map(reference => drawItem(reference, guide)))
  return [why, body]
}
