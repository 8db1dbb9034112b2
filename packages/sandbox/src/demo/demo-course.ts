import { createCourse, createCourseCopy, type DateShift, getMigration, updateCourse } from '@recourse/canvas'
import { type CourseId, toAccountId, toTermId } from '@recourse/core'
import type { Term } from '../model.ts'
import type { Sandbox } from '../sandbox.ts'
import { type DemoPeople, enrollEverybody } from './demo-people.ts'

/** Where and by whom the demo is made. */
export interface DemoSite {
  readonly sandbox: Sandbox
  readonly demoPeople: DemoPeople
}

export interface NewDemoCourse {
  readonly name: string
  readonly code: string
  readonly term: Term
  readonly startAt?: string
  readonly endAt?: string
}

/** A published course with everybody in it. */
export async function addCourse({ sandbox, demoPeople }: DemoSite, course: NewDemoCourse): Promise<CourseId> {
  const { administrator, account } = sandbox.people
  const canvas = demoPeople.as(administrator)
  const { name, code, term, ...dates } = course
  const input = { name, courseCode: code, termId: toTermId(String(term.id)), ...dates }
  const { id } = await createCourse(canvas, toAccountId(String(account.id)), input)
  await updateCourse(canvas, id, { event: 'offer' })
  enrollEverybody(sandbox, id)
  return id
}

export interface DemoCopy {
  readonly from: CourseId
  readonly to: CourseId
  readonly dates?: DateShift
  /** The destination's settings are left alone. */
  readonly isContentOnly?: boolean
}

/** A course copy as the teacher starts it, run to its end whatever the pace of copies. */
export async function copyCourse({ sandbox, demoPeople }: DemoSite, copy: DemoCopy): Promise<void> {
  const canvas = demoPeople.as(sandbox.people.teacher)
  const { from, to, dates, isContentOnly = false } = copy
  const asked = { sourceCourseId: from, skipCourseSettings: isContentOnly, ...(dates && { dates }) }
  const { id } = await createCourseCopy(canvas, to, asked)
  await sandbox.copies.finish()
  const { workflowState } = await getMigration(canvas, to, id)
  if (workflowState !== 'completed') throw new Error(`The demo's copy of course ${from} into ${to} ${workflowState}.`)
}
