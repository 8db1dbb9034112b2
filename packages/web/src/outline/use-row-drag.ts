import { combine } from '@atlaskit/pragmatic-drag-and-drop/combine'
import { draggable, dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter'
import { attachClosestEdge, extractClosestEdge } from '@atlaskit/pragmatic-drag-and-drop-hitbox/closest-edge'
import { type RefObject, useEffect, useState } from 'react'
import { type Dragged, mayDrop, toDragged } from './dragged.ts'
import type { RowKind } from './use-outline.ts'

interface RowDrag {
  readonly kind: RowKind
  readonly id: string
  readonly row: RefObject<HTMLElement | null>
  readonly handle: RefObject<HTMLElement | null>
  readonly isEnabled: boolean
}

/** Makes a row something to drag and to drop on; tells on which edge something would land, or inside. */
export function useRowDrag({ kind, id, row, handle, isEnabled }: RowDrag): 'top' | 'bottom' | 'inside' | undefined {
  const [edge, setEdge] = useState<'top' | 'bottom' | 'inside'>()
  useEffect(() => {
    const element = row.current
    const dragHandle = handle.current
    if (element === null || dragHandle === null || !isEnabled) return
    const me = { kind, id } satisfies Dragged
    return combine(
      draggable({ element, dragHandle, getInitialData: () => me }),
      dropTargetForElements({
        element,
        canDrop: ({ source }) => mayDrop(toDragged(source.data), me),
        getData: ({ input }) => attachClosestEdge({ ...me }, { input, element, allowedEdges: ['top', 'bottom'] }),
        onDrag: ({ self, source }) => setEdge(toEdge(toDragged(source.data), me, extractClosestEdge(self.data))),
        onDragLeave: () => setEdge(undefined),
        onDrop: () => setEdge(undefined),
      }),
    )
  }, [kind, id, row, handle, isEnabled])
  return edge
}

function toEdge(source: Dragged | undefined, target: Dragged, edge: string | null): 'top' | 'bottom' | 'inside' {
  if (source?.kind !== target.kind) return 'inside'
  return edge === 'top' ? 'top' : 'bottom'
}
