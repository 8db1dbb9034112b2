import { type Call, forbidden, needCaller } from '../http/call.ts'
import { notFound } from '../http/errors.ts'
import type { Enrollment, User } from '../model.ts'
import { findUser } from '../people.ts'

/** Who is meant by what stands in a path or parameter; `self` is the caller. */
export function getUser(call: Call, written = call.path('user_id')): User {
  const caller = needCaller(call)
  const user = written === 'self' ? caller : findUser(call.world, written)
  if (!user) throw notFound()
  return user
}

/** The user in the path: oneself, one's students (canvas-lms user.rb, `read_profile`), and anybody for an administrator. */
export function getKnownUser(call: Call): User {
  const user = getUser(call)
  const taught = coursesOf(
    call,
    needCaller(call),
    row => row.type === 'TeacherEnrollment' || row.type === 'TaEnrollment',
  )
  return coursesOf(call, user, () => true).some(id => taught.includes(id)) ? user : getVisibleUser(call)
}

function coursesOf(call: Call, user: User, isWanted: (row: Enrollment) => boolean): readonly number[] {
  return [...call.world.rows.enrollments.values()].flatMap(row =>
    row.userId === user.id && row.state === 'active' && isWanted(row) ? [row.courseId] : [],
  )
}

/** The user in the path: oneself; others only for an administrator. */
export function getVisibleUser(call: Call): User {
  const user = getUser(call)
  if (user !== call.caller && !needCaller(call).isAdmin) throw forbidden(call)
  return user
}
