import { Alert } from '@instructure/ui-alerts'
import { Link } from '@instructure/ui-link'
import type { Course } from '../courses/use-course.ts'
import { Refused } from '../states/refused.tsx'
import { pageWords } from '../words/page-words.ts'
import type { Editing } from './use-editing.ts'
import type { useSavePage } from './use-save-page.ts'

interface PageNotesProps {
  readonly course: Course
  readonly editing: Editing
  readonly saving: ReturnType<typeof useSavePage>['saving']
  readonly isNewer: boolean
  readonly isGone: boolean
}

const clock = new Intl.DateTimeFormat('en', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
const day = new Intl.DateTimeFormat('en', { dateStyle: 'medium' })

/** What has to be known now: why it is read only, what was restored, why it was not saved, who was quicker. */
export function PageNotes({ course, editing, saving, isNewer, isGone }: PageNotesProps) {
  const { restored, isDirty, isKept, discard } = editing
  const isStale = saving.data?.ok === false && saving.data.reason === 'stale'
  return (
    <>
      {course.isTrashed && <Note text={pageWords.inTrash} />}
      {!course.mayEdit && <Note text={pageWords.readOnly} />}
      {restored && isDirty && (
        <Alert variant="info" hasShadow={false} margin="0">
          <span role="status">{pageWords.restored(toTime(restored.at))}</span>{' '}
          <Link as="button" onClick={discard}>
            {pageWords.discard}
          </Link>
        </Alert>
      )}
      {isDirty && !isKept && <Note text={pageWords.notKept} />}
      {isGone && <Note text={pageWords.gone} />}
      {isNewer && <Note text={pageWords.newer} />}
      {!isStale && <Refused outcome={saving.data} error={saving.error} />}
    </>
  )
}

function Note({ text }: { readonly text: string }) {
  return (
    <Alert variant="warning" hasShadow={false} margin="0">
      {text}
    </Alert>
  )
}

/** The time of today, or the day. */
function toTime(at: string): string {
  const date = new Date(at)
  const time = clock.format(date)
  return day.format(date) === day.format(new Date()) ? time : `${day.format(date)}, ${time}`
}
