import { Extension } from '@tiptap/core'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import { makeElementId } from '../make-element-id.ts'
import { planIds } from '../plan-ids.ts'

/** After each change every element has an id of its own: one that was pasted beside its original gets a new one. */
export const UniqueIds = Extension.create({
  name: 'uniqueIds',
  addProseMirrorPlugins: () => [
    new Plugin({
      key: new PluginKey('uniqueIds'),
      appendTransaction: (changes, _, { doc, tr }) => {
        if (!changes.some(({ docChanged }) => docChanged)) return null
        const ids = planIds(
          doc.children.map(node => String(node.attrs.id)),
          makeElementId,
        )
        doc.forEach((node, offset, index) => {
          const id = ids[index]
          if (id === undefined || id === node.attrs.id) return
          const { block } = node.attrs
          tr.setNodeMarkup(offset, null, { ...node.attrs, id, ...(block && { block: { ...block, id } }) })
        })
        return tr.docChanged ? tr : null
      },
    }),
  ],
})
