import { Alert } from '@instructure/ui-alerts'
import { Text } from '@instructure/ui-text'
import { useQuery } from '@tanstack/react-query'
import { api } from '../api/api.ts'
import { type Body, read } from '../api/read.ts'
import { Problem } from '../states/problem.tsx'
import { Skeleton } from '../states/skeleton.tsx'
import { courseWords } from '../words/course-words.ts'
import './export-contents.css'

type Contents = Body<Awaited<ReturnType<(typeof api.courses)[':courseId']['export']['contents']['$get']>>>

interface ExportContentsProps {
  readonly courseId: string
  readonly format: Contents['format']
}

/** What a file will hold, and what has no place in it, said before anybody relies on it. */
export function ExportContents({ courseId, format }: ExportContentsProps) {
  const asked = useQuery({
    queryKey: ['course', courseId, 'export', format],
    queryFn: ({ signal }) => {
      const course = { param: { courseId }, query: { format } }
      return read(api.courses[':courseId'].export.contents.$get(course, { init: { signal } }))
    },
  })
  if (asked.isPending) return <Skeleton lines={2} height="1.25rem" />
  if (asked.isError) return <Problem error={asked.error} onRetry={() => void asked.refetch()} />
  const { pages, files, notes } = asked.data
  return (
    <>
      <Text as="p">{courseWords.exportHolds(pages, files)}</Text>
      {notes.length > 0 && (
        <Alert variant="warning" hasShadow={false} margin="0">
          {courseWords.exportLeaves}
          <ul className="export-leaves">
            {notes.map(note => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </Alert>
      )}
    </>
  )
}
