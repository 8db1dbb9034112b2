import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { api } from '../api/api.ts'
import { ApiFault } from '../api/api-fault.ts'
import { read } from '../api/read.ts'
import { CourseScreen } from '../courses/course-screen.tsx'
import { Problem } from '../states/problem.tsx'
import { Skeleton } from '../states/skeleton.tsx'
import { copyWords } from '../words/copy-words.ts'
import { CopyReportView } from './copy-report-view.tsx'

const route = getRouteApi('/frame/courses/$courseId/copy-report')

/** What a copy did, for as long as the course is there. */
export function CopyReportScreen() {
  const { courseId } = route.useParams()
  const asked = useQuery({
    queryKey: ['course', courseId, 'copy-report'],
    queryFn: () => read(api.courses[':courseId']['copy-report'].$get({ param: { courseId } })),
  })
  return (
    <CourseScreen courseId={courseId}>
      {course => {
        if (asked.isPending) return <Skeleton />
        if (asked.isError && asked.error instanceof ApiFault && asked.error.kind === 'missing') {
          return <p>{copyWords.noReport}</p>
        }
        if (asked.isError) return <Problem error={asked.error} onRetry={() => void asked.refetch()} />
        return <CopyReportView course={course} report={asked.data} />
      }}
    </CourseScreen>
  )
}
