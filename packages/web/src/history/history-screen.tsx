import { Checkbox } from '@instructure/ui-checkbox'
import { getRouteApi } from '@tanstack/react-router'
import { CourseScreen } from '../courses/course-screen.tsx'
import { historyWords } from '../words/history-words.ts'
import './history.css'
import { HistoryList } from './history-list.tsx'

const route = getRouteApi('/frame/courses/$courseId/history')

/** What was done in a course, by whom and when, and the way back. */
export function HistoryScreen() {
  const { courseId } = route.useParams()
  const { others = false } = route.useSearch()
  const navigate = route.useNavigate()
  const show = (isByOthers: boolean) => void navigate({ search: isByOthers ? { others: true } : {}, replace: true })
  return (
    <CourseScreen courseId={courseId}>
      {() => (
        <div className="stack history">
          <Checkbox label={historyWords.others} checked={others} onChange={() => show(!others)} />
          <HistoryList key={String(others)} courseId={courseId} byOthers={others} onShowAll={() => show(false)} />
        </div>
      )}
    </CourseScreen>
  )
}
