import { monitorForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter'
import { extractClosestEdge } from '@atlaskit/pragmatic-drag-and-drop-hitbox/closest-edge'
import { useEffect } from 'react'
import { type Dragged, toDragged } from './dragged.ts'

/** Told what was dropped on what, and on which edge of it. */
export function useDropped(
  onDropped: (source: Dragged, target: Dragged & { readonly edge: 'top' | 'bottom' }) => void,
) {
  useEffect(
    () =>
      monitorForElements({
        onDrop: ({ source, location }) => {
          const dragged = toDragged(source.data)
          const data = location.current.dropTargets[0]?.data
          const target = data && toDragged(data)
          if (dragged === undefined || data === undefined || target === undefined) return
          onDropped(dragged, { ...target, edge: extractClosestEdge(data) === 'top' ? 'top' : 'bottom' })
        },
      }),
    [onDropped],
  )
}
