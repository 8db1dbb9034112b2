import type { CopyMode } from '@recourse/core/library'
import type { Course } from '../courses/use-course.ts'

/** What the person wants of the copy, as the dialog holds it: texts as they are typed. */
export interface CopyForm {
  readonly title: string
  readonly playerLayout: string
  readonly description: string
  readonly size: string
  readonly passingMark: string
  readonly categories: string
  readonly cover: string | null
  readonly keepsAuthors: boolean
}

/** What the original has, to begin with. */
export type CopyProposal = Pick<Course, 'title' | 'description' | 'playerLayout' | 'passingMark' | 'details'>

export function toForm(proposal: CopyProposal): CopyForm {
  const { size, categories, cover } = proposal.details
  return {
    title: proposal.title,
    playerLayout: proposal.playerLayout,
    description: proposal.description,
    size: typeof size === 'string' ? size : '',
    passingMark: proposal.passingMark === null ? '' : String(proposal.passingMark),
    categories: Array.isArray(categories) ? categories.join(', ') : '',
    cover: typeof cover === 'string' ? cover : null,
    keepsAuthors: true,
  }
}

/** `undefined`: not a passing mark. */
export function toPassingMark(text: string): number | null | undefined {
  if (text.trim() === '') return null
  const mark = Number(text)
  return Number.isInteger(mark) && mark >= 0 && mark <= 100 ? mark : undefined
}

/** The details as the form has them, and whatever else the original keeps there. */
export function toDetails(form: CopyForm, original: CopyProposal['details']): CopyProposal['details'] {
  const { size: _, categories: __, cover: ___, ...others } = original
  const size = form.size.trim()
  const categories = form.categories
    .split(',')
    .map(each => each.trim())
    .filter(each => each !== '')
  return {
    ...others,
    ...(size !== '' && { size }),
    ...(categories.length > 0 && { categories: [...new Set(categories)] }),
    ...(form.cover !== null && { cover: form.cover }),
  }
}

/** What is sent: `undefined` where the form cannot be. */
export function toWishes(form: CopyForm, mode: CopyMode, original: CopyProposal) {
  const passingMark = toPassingMark(form.passingMark)
  if (passingMark === undefined) return undefined
  return {
    mode,
    title: form.title.trim(),
    keepsAuthors: form.keepsAuthors,
    description: form.description,
    playerLayout: form.playerLayout,
    passingMark,
    details: toDetails(form, original.details),
  }
}
