import { historyWords } from '../words/history-words.ts'
import type { Related } from './join-hidden.ts'
import { layOutRelated } from './lay-out-related.ts'
import { RelatedBox } from './related-box.tsx'

const kinds = ['share', 'duplicate', 'shares'] as const

interface RelatedPictureProps {
  readonly courseId: string
  readonly related: Related
}

/** Boxes and lines; the same facts stand below in words. */
export function RelatedPicture({ courseId, related }: RelatedPictureProps) {
  const { width, height, boxes, curves } = layOutRelated(courseId, related)
  return (
    <div className="related-drawn stack">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what is wider than the window is scrolled with the keyboard too. */}
      <section className="related-picture" aria-label={historyWords.picture} tabIndex={0}>
        <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`}>
          <title>{historyWords.picture}</title>
          <g>
            {curves.map(({ edge, path }) => (
              <path
                key={`${edge.kind} ${edge.from} ${edge.to}`}
                d={path}
                className={`related-edge related-edge-${edge.kind}`}
              />
            ))}
          </g>
          {boxes.map(box => (
            <RelatedBox key={box.node.id} box={box} isHere={box.node.id === courseId} />
          ))}
        </svg>
      </section>
      <ul className="related-legend" aria-hidden="true">
        {kinds.map(kind => (
          <li key={kind}>
            <svg width="44" height="12" aria-hidden="true">
              <path d="M 0 6 H 44" className={`related-edge related-edge-${kind}`} />
            </svg>
            {historyWords.legend[kind]}
          </li>
        ))}
      </ul>
    </div>
  )
}
