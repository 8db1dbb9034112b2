import { Button } from '@instructure/ui-buttons'
import type { CopyMode } from '@recourse/core/library'
import { useState } from 'react'
import type { ActionCourse } from '../courses/course-actions.tsx'
import { isTitle } from '../courses/title-field.tsx'
import { DIALOG_FORM, Dialog } from '../frame/dialog.tsx'
import { Refused } from '../states/refused.tsx'
import { copyWords } from '../words/copy-words.ts'
import { frameWords } from '../words/frame-words.ts'
import { CopyFields } from './copy-fields.tsx'
import { CopyPreview } from './copy-preview.tsx'
import { type CopyProposal, type CopyForm as Form, toForm, toWishes } from './copy-wishes.ts'
import { ModeChoice } from './mode-choice.tsx'
import { useCopy } from './use-copy.ts'
import { usePreview } from './use-preview.ts'

interface CopyFormProps {
  readonly course: ActionCourse
  readonly firstMode: CopyMode
  readonly proposals: Readonly<Record<CopyMode, CopyProposal>>
  readonly onClose: () => void
}

/** Both modes offer a title of their own, until the person has written one. */
export function CopyForm({ course, firstMode, proposals, onClose }: CopyFormProps) {
  const [mode, setMode] = useState(firstMode)
  const [form, setForm] = useState<Form>(() => toForm(proposals[firstMode]))
  const [isTried, setTried] = useState(false)
  const wishes = toWishes(form, mode, proposals[mode])
  const preview = usePreview(course.courseId, mode, form)
  const copying = useCopy(course.courseId, onClose)
  const choose = (next: CopyMode) => {
    if (form.title === proposals[mode].title) setForm({ ...form, title: proposals[next].title })
    setMode(next)
  }
  const submit = () => {
    setTried(true)
    if (wishes && isTitle(form.title) && !copying.isPending) copying.mutate(wishes)
  }
  return (
    <Dialog
      title={copyWords.dialog(course.title)}
      size="large"
      onClose={onClose}
      onSubmit={submit}
      footer={
        <>
          <Button onClick={onClose}>{frameWords.cancel}</Button>
          <Button type="submit" form={DIALOG_FORM} color="primary">
            {copying.isPending ? copyWords.submitting : copyWords.submit[mode]}
          </Button>
        </>
      }
    >
      <Refused outcome={copying.data} error={copying.error} />
      <ModeChoice mode={mode} onChoose={choose} />
      <div className="copy-sides">
        <CopyFields form={form} onChange={setForm} isTried={isTried} />
        <CopyPreview preview={preview} mode={mode} />
      </div>
    </Dialog>
  )
}
