import { listAccountCourses, listAccounts, listTerms } from '../accounts.ts'
import { getCourse, getCoursePermissions, updateCourse } from '../courses.ts'
import { findFrontPage, putPage } from '../pages/pages.ts'
import type { Bench } from './bench.ts'
import { describe, expect } from './runner.ts'

/** canvas-api §2.1, §2.10. */
export function describeCourses(bench: Bench): void {
  const { check, canvas, newCourse, newPage } = bench

  describe('a course', () => {
    check('is made unpublished, in the default term, with its name as given', async () => {
      const name = `Mathe & <b>Ümlaut</b> "1" $' 😀 עברית\u00a0x`
      const made = await newCourse(name)
      const course = await getCourse(canvas, made.id)
      expect(course).toMatchObject({ name, courseCode: 'CONTRACT', workflowState: 'unpublished', isBlueprint: false })
      expect(course.term?.id).toBe(course.termId)
    })

    check('is published and unpublished by events', async () => {
      const { id } = await newCourse()
      await updateCourse(canvas, id, { event: 'offer' })
      expect((await getCourse(canvas, id)).workflowState).toBe('available')
      await updateCourse(canvas, id, { event: 'claim' })
      expect((await getCourse(canvas, id)).workflowState).toBe('unpublished')
    })

    check('keeps its dates once it is restricted to them', async () => {
      const { id } = await newCourse()
      const dates = { startAt: '2025-02-03T00:00:00Z', endAt: '2025-06-30T00:00:00Z' }
      await updateCourse(canvas, id, { ...dates, restrictEnrollmentsToCourseDates: true })
      expect(await getCourse(canvas, id)).toMatchObject(dates)
    })

    check('becomes a blueprint', async () => {
      const { id } = await newCourse()
      await updateCourse(canvas, id, { isBlueprint: true })
      expect(await getCourse(canvas, id)).toMatchObject({ isBlueprint: true })
    })

    check('shows its front page as its home once there is one', async () => {
      const { id } = await newCourse()
      expect(await findFrontPage(canvas, id)).toBeUndefined()
      const page = await newPage(id, 'Welcome', { isPublished: true })
      await putPage(canvas, id, { id: page.id }, { isFrontPage: true })
      await updateCourse(canvas, id, { defaultView: 'wiki' })
      expect(await getCourse(canvas, id)).toMatchObject({ defaultView: 'wiki' })
      expect(await findFrontPage(canvas, id)).toMatchObject({ id: page.id, isFrontPage: true })
    })

    check('tells what one may do, by name', async () => {
      const { id } = await newCourse()
      const rights = await getCoursePermissions(canvas, id, ['manage_wiki_update', 'manage_course_content_edit'])
      expect(rights).toEqual({ manage_wiki_update: true, manage_course_content_edit: true })
      expect(Object.keys(await getCoursePermissions(canvas, id)).length).toBeGreaterThan(10)
    })
  })

  describe('an account', () => {
    check('lists its courses by name, term and state', async () => {
      const { id, name, termId } = await newCourse(`Contract ${bench.canvas.now()} unique`)
      const [account] = await listAccounts(canvas)
      if (account === undefined || termId === null) throw new Error('no account, or a course without a term')
      const ids = async (filter: object) =>
        (await listAccountCourses(canvas, account.id, { searchTerm: name, ...filter })).map(course => course.id)
      expect(await ids({ termId })).toEqual([id])
      expect(await ids({ isPublished: true })).toEqual([])
      expect(await ids({ isBlueprint: false, states: ['created', 'claimed'] })).toEqual([id])
      expect((await listTerms(canvas, account.rootAccountId ?? account.id)).map(term => term.id)).toContain(termId)
    })
  })
}
