import { Heading } from '@instructure/ui-heading'
import { RouteLink } from '../frame/route-link.tsx'
import { historyWords } from '../words/history-words.ts'
import type { Related, RelatedEdge, RelatedNode } from './join-hidden.ts'

interface RelatedFactsProps {
  readonly courseId: string
  readonly related: Related
}

/** What the drawing shows, course by course, for those who do not see it or have no room for it. */
export function RelatedFacts({ courseId, related }: RelatedFactsProps) {
  return (
    <section className="stack">
      <Heading level="h2" variant="titleSection">
        {historyWords.inWords}
      </Heading>
      <ul className="related-facts">
        {related.nodes.map(node => (
          <li key={node.id}>
            <NodeName node={node} isHere={node.id === courseId} />
            <ul>
              {related.edges
                .filter(({ to }) => to === node.id)
                .map(edge => (
                  <li key={`${edge.kind} ${edge.from}`}>
                    <Fact edge={edge} nodes={related.nodes} />
                  </li>
                ))}
            </ul>
          </li>
        ))}
      </ul>
    </section>
  )
}

function NodeName({ node, isHere }: { readonly node: RelatedNode; readonly isHere: boolean }) {
  const { course, count, isTrashed } = node
  if (course === null) return historyWords.hiddenCourses(count)
  if (isHere || isTrashed) {
    return (
      <>
        <b className="name">{course.title}</b> ({isHere ? historyWords.thisCourse : historyWords.inTrash})
      </>
    )
  }
  return (
    <RouteLink to="/courses/$courseId/related" params={{ courseId: course.courseId }}>
      <span className="name">{course.title}</span>
    </RouteLink>
  )
}

function Fact({ edge, nodes }: { readonly edge: RelatedEdge; readonly nodes: readonly RelatedNode[] }) {
  if (edge.kind === 'shares') {
    return edge.objects === null ? historyWords.legend.shares : historyWords.shares(edge.objects)
  }
  const from = nodes.find(({ id }) => id === edge.from)
  return (
    <>
      {historyWords.copiedFrom[edge.kind]}{' '}
      <i className="name">{from?.course?.title ?? historyWords.hiddenCourses(from?.count ?? 1)}</i>
    </>
  )
}
