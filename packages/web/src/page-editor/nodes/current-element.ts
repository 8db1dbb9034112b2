import { Extension } from '@tiptap/core'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import { findElement } from '../element-acts.ts'

/** Shows which element the cursor is in: the one that the buttons move, split and delete. */
export const CurrentElement = Extension.create({
  name: 'currentElement',
  addProseMirrorPlugins: () => [
    new Plugin({
      key: new PluginKey('currentElement'),
      props: {
        decorations: state => {
          const here = findElement(state)
          if (here === undefined) return null
          const to = here.from + here.node.nodeSize
          return DecorationSet.create(state.doc, [Decoration.node(here.from, to, { class: 'page-element-current' })])
        },
      },
    }),
  ],
})
