import { Button } from '@instructure/ui-buttons'
import { Text } from '@instructure/ui-text'
import { type FormEvent, useState } from 'react'
import { OtherDetails } from '../copy/copy-fields.tsx'
import { type CopyForm, toForm } from '../copy/copy-wishes.ts'
import { Refused } from '../states/refused.tsx'
import { courseWords } from '../words/course-words.ts'
import { LayoutField } from './layout-field.tsx'
import './settings-form.css'
import { StaleDialog } from './stale-dialog.tsx'
import { isTitle, TitleField } from './title-field.tsx'
import { applyEdit, type CourseEdit, type CourseFields, toEdit } from './to-edit.ts'
import type { Course } from './use-course.ts'
import { useSaveCourse } from './use-save-course.ts'

/** Each field as it was read goes along with what it is to be, so that nobody's change is written over unseen. */
export function SettingsForm({ course }: { readonly course: Course }) {
  const [base, setBase] = useState<CourseFields>(course)
  const [form, setForm] = useState<CopyForm>(() => toForm(course))
  const [isTried, setTried] = useState(false)
  const { saving, isStale, readAgain } = useSaveCourse(course.id)
  const set = (fields: Partial<CopyForm>) => setForm({ ...form, ...fields })
  const save = (from: CourseFields, edit: CourseEdit | undefined) => {
    if (!edit || !isTitle(form.title) || saving.isPending) return
    saving.mutate(edit, { onSuccess: outcome => outcome.ok && setBase(applyEdit(from, edit)) })
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    save(base, toEdit(base, form))
  }
  const keepTheirs = async () => {
    const now = await readAgain()
    setBase(now)
    setForm(toForm(now))
    saving.reset()
  }
  const saveMine = async () => {
    const now = await readAgain()
    setBase(now)
    save(now, toEdit(now, form))
  }
  if (!course.mayEdit) return <Text as="p">{courseWords.readOnly}</Text>
  return (
    <form className="stack settings" onSubmit={submit} noValidate>
      <Text as="p" color="secondary">
        {courseWords.settingsText}
      </Text>
      {!isStale && <Refused outcome={saving.data} error={saving.error} />}
      <TitleField title={form.title} onChange={title => set({ title })} isTried={isTried} />
      <LayoutField layout={form.playerLayout} onChange={playerLayout => set({ playerLayout })} />
      <OtherDetails form={form} set={set} />
      <div>
        <Button type="submit" color="primary">
          {courseWords.save}
        </Button>
      </div>
      {isStale && (
        <StaleDialog
          details={saving.data?.ok === false ? saving.data.details : null}
          onKeep={() => void keepTheirs()}
          onSave={() => void saveMine()}
          onClose={() => saving.reset()}
        />
      )}
    </form>
  )
}
