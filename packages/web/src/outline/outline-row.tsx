import { IconDragHandleLine } from '@instructure/ui-icons'
import { type ReactNode, useRef } from 'react'
import { outlineWords } from '../words/outline-words.ts'
import { RowMenu } from './row-menu.tsx'
import { type RowKind, useOutline } from './use-outline.ts'
import { useRowDrag } from './use-row-drag.ts'

interface OutlineRowProps {
  readonly kind: RowKind
  readonly id: string
  readonly name: string
  readonly menu: () => ReactNode
  readonly children: ReactNode
}

/** One module, Learning Object or page: what to drag it by, what it is, what can be done with it. */
export function OutlineRow({ kind, id, name, menu, children }: OutlineRowProps) {
  const { mayEdit } = useOutline()
  const row = useRef<HTMLDivElement>(null)
  const handle = useRef<HTMLSpanElement>(null)
  const edge = useRowDrag({ kind, id, row, handle, isEnabled: mayEdit })
  return (
    <div ref={row} className={`outline-row outline-row-${kind}`} data-row={id} data-kind={kind} data-edge={edge}>
      <span ref={handle} className="outline-handle" title={mayEdit ? outlineWords.drag : undefined} aria-hidden="true">
        {mayEdit && <IconDragHandleLine size="x-small" />}
      </span>
      {children}
      {mayEdit && (
        <RowMenu id={id} name={name}>
          {menu}
        </RowMenu>
      )}
    </div>
  )
}
