import { IconMasteryPathsLine } from '@instructure/ui-icons'
import { Text } from '@instructure/ui-text'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { api } from '../api/api.ts'
import { read } from '../api/read.ts'
import { CourseScreen } from '../courses/course-screen.tsx'
import { Empty } from '../states/empty.tsx'
import { Problem } from '../states/problem.tsx'
import { Skeleton } from '../states/skeleton.tsx'
import { historyWords } from '../words/history-words.ts'
import './history.css'
import { joinHidden } from './join-hidden.ts'
import { RelatedFacts } from './related-facts.tsx'
import { RelatedPicture } from './related-picture.tsx'

const route = getRouteApi('/frame/courses/$courseId/related')

/** What a course was copied from and to, and whom it shares with: drawn, and in words. */
export function RelatedScreen() {
  const { courseId } = route.useParams()
  return <CourseScreen courseId={courseId}>{() => <RelatedCourses courseId={courseId} />}</CourseScreen>
}

function RelatedCourses({ courseId }: { readonly courseId: string }) {
  const asked = useQuery({
    queryKey: ['course', courseId, 'provenance'],
    queryFn: ({ signal }) =>
      read(api.courses[':courseId'].provenance.$get({ param: { courseId } }, { init: { signal } })),
  })
  if (asked.isPending) return <Skeleton lines={4} height="3rem" />
  if (asked.isError) return <Problem error={asked.error} onRetry={() => void asked.refetch()} />
  const related = joinHidden(asked.data)
  if (related.nodes.length < 2) {
    const icon = <IconMasteryPathsLine size="large" />
    return <Empty icon={icon} title={historyWords.alone} text={historyWords.aloneText} />
  }
  return (
    <div className="stack">
      <Text>{historyWords.relatedLead}</Text>
      <RelatedPicture courseId={courseId} related={related} />
      <RelatedFacts courseId={courseId} related={related} />
      {asked.data.more > 0 && <Text>{historyWords.moreCourses(asked.data.more)}</Text>}
    </div>
  )
}
