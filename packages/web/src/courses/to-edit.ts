import { isSame } from '@recourse/core/library'
import { type CopyForm, type CopyProposal, toDetails, toPassingMark } from '../copy/copy-wishes.ts'

/** What a course owns and its settings change. */
export type CourseFields = CopyProposal

interface Change<T> {
  readonly from: T
  readonly to: T
}

/** Each field that was changed, as it was read and as it is to be. */
export type CourseEdit = { readonly [K in keyof CourseFields]?: Change<CourseFields[K]> }

/** `undefined`: the form cannot be saved as it is. */
export function toEdit(base: CourseFields, form: CopyForm): CourseEdit | undefined {
  const passingMark = toPassingMark(form.passingMark)
  if (passingMark === undefined) return undefined
  const details = toDetails(form, base.details)
  const title = form.title.trim()
  return {
    ...(title !== base.title && { title: { from: base.title, to: title } }),
    ...(form.description !== base.description && { description: { from: base.description, to: form.description } }),
    ...(form.playerLayout !== base.playerLayout && {
      playerLayout: { from: base.playerLayout, to: form.playerLayout },
    }),
    ...(passingMark !== base.passingMark && { passingMark: { from: base.passingMark, to: passingMark } }),
    ...(!isSame(details, base.details) && { details: { from: base.details, to: details } }),
  }
}

/** The fields as they are once the edit is saved. */
export function applyEdit(base: CourseFields, edit: CourseEdit): CourseFields {
  return {
    title: edit.title?.to ?? base.title,
    description: edit.description?.to ?? base.description,
    playerLayout: edit.playerLayout?.to ?? base.playerLayout,
    passingMark: edit.passingMark ? edit.passingMark.to : base.passingMark,
    details: edit.details?.to ?? base.details,
  }
}
