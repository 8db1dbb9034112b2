import { describe, expect, it } from 'vitest'
import { toForm } from '../copy/copy-wishes.ts'
import { applyEdit, type CourseFields, toEdit } from './to-edit.ts'

const course: CourseFields = {
  title: 'Safety <EU> & "$\'" 👷',
  description: '',
  playerLayout: 'standard',
  passingMark: null,
  details: { size: '1024 × 768', categories: ['Safety', 'Law'], cover: 'c', origin: { of: 'import' } },
}

describe('toEdit', () => {
  it('changes nothing where nothing was changed, whatever else the details hold', () => {
    expect(toEdit(course, toForm(course))).toEqual({})
  })

  it('names a field with what was read and what it is to be', () => {
    const form = { ...toForm(course), title: ' Safety ', passingMark: '80', categories: 'Law, , Safety,Law' }
    expect(toEdit(course, form)).toEqual({
      title: { from: course.title, to: 'Safety' },
      passingMark: { from: null, to: 80 },
      details: { from: course.details, to: { ...course.details, categories: ['Law', 'Safety'] } },
    })
  })

  it('takes the passing mark away again, which is not the mark 0', () => {
    const marked = { ...course, passingMark: 0 }
    const edit = toEdit(marked, { ...toForm(marked), passingMark: ' ' })
    expect(edit).toEqual({ passingMark: { from: 0, to: null } })
    expect(applyEdit(marked, edit ?? {}).passingMark).toBeNull()
  })

  it.each(['101', '-1', '1.5', 'all', '1e2x'])('cannot be saved with a passing mark of %s', passingMark => {
    expect(toEdit(course, { ...toForm(course), passingMark })).toBeUndefined()
  })
})
