import { Button } from '@instructure/ui-buttons'
import { TextInput } from '@instructure/ui-text-input'
import { useEffect } from 'react'
import type { Course } from '../courses/use-course.ts'
import { Screen } from '../frame/screen.tsx'
import { findObjectOf, isShared } from '../outline/outline-parts.ts'
import { SharedQuestion } from '../outline/shared-question.tsx'
import { toTitle } from '../outline/use-moves.ts'
import { useMe } from '../sign-in/use-me.ts'
import { pageWords } from '../words/page-words.ts'
import { ConflictDialog } from './conflict-dialog.tsx'
import { LeaveDialog } from './leave-dialog.tsx'
import { PageBody } from './page-body.tsx'
import { PageMarks } from './page-marks.tsx'
import { PageNotes } from './page-notes.tsx'
import { PagePath } from './page-path.tsx'
import { resolveConflicts } from './resolve-conflicts.ts'
import { SaveStatus } from './save-status.tsx'
import { StyleField } from './style-field.tsx'
import { useEditing } from './use-editing.ts'
import { useGuide } from './use-guide.ts'
import { useNewer } from './use-newer.ts'
import type { CoursePage } from './use-page.ts'
import { LONGEST, useSavePage } from './use-save-page.ts'
import { useSeparated } from './use-separated.ts'

interface PageEditorProps {
  readonly course: Course
  readonly page: CoursePage
  /** It was here when it was opened, and is not any more. */
  readonly isGone: boolean
}

/** A page: its title, its elements, what it uses; and everything that has to be said before it is changed. */
export function PageEditor({ course, page, isGone }: PageEditorProps) {
  const me = useMe()
  const place = { courseId: course.id, pageId: page.pageId }
  const mayEdit = course.mayEdit && !course.isTrashed
  const object = findObjectOf(course, page.pageId)
  const sharedId = object && isShared(object) ? object.id : undefined
  const guide = useGuide(course.id, page)
  const editing = useEditing({ personId: me.personId, page, guide, mayEdit, sharedId })
  const { saving, save, settle, meeting, close } = useSavePage(place, editing)
  const isNewer = useNewer(page, editing)
  const separated = useSeparated({ personId: me.personId, place, object })
  const { title, consent, isDirty } = editing
  // What was typed in another sitting may be restored: it is asked about like a change.
  const ask = () => isDirty && consent.ask(save)
  useSaveKey(ask)
  return (
    <Screen
      title={toTitle({ title })}
      before={<PagePath course={course} page={page} />}
      actions={mayEdit && <SaveActions isDirty={isDirty} isSaving={saving.isPending} onSave={ask} />}
    >
      <div className="stack">
        <PageMarks page={page} object={object} />
        <PageNotes course={course} editing={editing} saving={saving} isNewer={isNewer} isGone={isGone} />
        {mayEdit && (
          <div className="page-fields">
            <TextInput
              renderLabel={pageWords.title}
              value={title}
              onChange={(_, value) => editing.change(value)}
              messages={title.length > LONGEST ? [{ type: 'error', text: pageWords.titleLong(LONGEST) }] : []}
            />
            <StyleField course={course} page={page} onAsk={consent.ask} />
          </div>
        )}
        <PageBody course={course} page={page} guide={guide} editing={editing} mayEdit={mayEdit} />
      </div>
      <LeaveDialog isDirty={isDirty} isKept={editing.isKept} />
      {meeting && (
        <ConflictDialog
          sides={meeting.sides}
          guide={guide}
          onSettle={takesMine => settle(resolveConflicts(meeting.sides, takesMine), meeting.now)}
          onClose={close}
        />
      )}
      {consent.held && object && (
        <SharedQuestion
          courseId={course.id}
          object={object}
          onGo={consent.held}
          onSeparate={objectId => void separated(objectId)}
          onClose={consent.close}
        />
      )}
    </Screen>
  )
}

interface SaveActionsProps {
  readonly isDirty: boolean
  readonly isSaving: boolean
  readonly onSave: () => void
}

function SaveActions({ isDirty, isSaving, onSave }: SaveActionsProps) {
  return (
    <>
      <SaveStatus isDirty={isDirty} isSaving={isSaving} />
      <Button color="primary" onClick={onSave} aria-keyshortcuts="Control+S">
        {pageWords.save}
      </Button>
    </>
  )
}

/** As in any editor; the browser's own would save the screen as a file. */
function useSaveKey(save: () => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.key.toLowerCase() !== 's') return
      event.preventDefault()
      save()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [save])
}
