import { historyWords } from '../words/history-words.ts'
import { CourseNames } from './course-names.tsx'
import type { HistoryEntry } from './use-history.ts'

/** Where it was done, unless here, and where else it is seen. */
export function Where({ entry }: { readonly entry: HistoryEntry }) {
  const { reach } = entry
  const place = reach.courses.find(course => course.courseId === entry.courseId)
  const others = reach.courses.filter(course => course !== place)
  const isElsewhere = entry.courseId === null && !isOfLibrary(entry)
  const hidden = reach.hidden - (isElsewhere && reach.hidden > 0 ? 1 : 0)
  return (
    <>
      {place && (
        <>
          {` · ${historyWords.doneIn} `}
          <CourseNames courses={[place]} hidden={0} />
        </>
      )}
      {entry.courseId === null && ` · ${isElsewhere ? historyWords.elsewhere : historyWords.inLibrary}`}
      {others.length + hidden > 0 && (
        <>
          {` · ${historyWords.also} `}
          <CourseNames courses={others} hidden={hidden} />
        </>
      )}
    </>
  )
}

function isOfLibrary({ operation, undoes }: HistoryEntry): boolean {
  return (undoes ?? operation).endsWith(' item')
}
