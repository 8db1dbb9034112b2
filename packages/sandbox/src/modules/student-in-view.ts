import { toRowId } from '../find-course.ts'
import { type Call, forbidden } from '../http/call.ts'
import { notFound } from '../http/errors.ts'
import { presentText } from '../http/reading.ts'
import type { Course, User } from '../model.ts'
import { can, enrollmentsIn, isStudent } from '../rights.ts'
import { type Standing, standingOf } from './standing.ts'

/** Where the student stands whose progress is shown; `null` when none is in view. */
export function standingInView(call: Call, course: Course): Standing | null {
  const student = studentInView(call, course)
  return student && standingOf(call.world, student)
}

/** The student whose progress a module list shows: `student_id` for those who may see grades, else the caller if a student. */
function studentInView(call: Call, course: Course): User | null {
  const asked = presentText(call.params, 'student_id')
  if (asked === undefined) return isStudent(call, course) ? call.caller : null
  const student = asked === 'self' ? call.caller : call.world.rows.users.get(toRowId(asked) ?? -1)
  if (student && student === call.caller) return student
  if (!can(call, course, 'view_all_grades')) throw forbidden(call)
  if (!student || enrollmentsIn(call.world, student, course.id).length === 0) throw notFound()
  return student
}
