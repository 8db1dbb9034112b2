import { type Canvas, createCanvas } from '@recourse/canvas'
import type { CourseId } from '@recourse/core'
import type { User } from '../model.ts'
import { createToken, enroll } from '../people.ts'
import { WITHOUT_PAGES } from '../roles.ts'
import type { Sandbox } from '../sandbox.ts'

/** Signs people in for as long as the demo is being made. */
export interface DemoPeople {
  /** A client with a token of its own: a full bucket where the sandbox throttles, and nobody else's is emptied. */
  readonly as: (user: User) => Canvas
  readonly signOut: () => void
}

export function createDemoPeople({ world, quietFetch }: Sandbox): DemoPeople {
  const given: (readonly [user: User, token: string])[] = []
  return {
    as: user => {
      const token = createToken(world)
      user.tokens.push(token)
      given.push([user, token])
      return createCanvas({ origin: world.origin, fetch: quietFetch, auth: { kind: 'token', token } })
    },
    signOut: () => {
      for (const [user, token] of given) user.tokens = user.tokens.filter(held => held !== token)
    },
  }
}

/** Everybody but the stranger takes part; the assistant may read pages and not write them. */
export function enrollEverybody({ world, people }: Pick<Sandbox, 'world' | 'people'>, id: CourseId | number): void {
  const courseId = Number(id)
  enroll(world, { courseId, userId: people.teacher.id, type: 'TeacherEnrollment' })
  enroll(world, { courseId, userId: people.designer.id, type: 'DesignerEnrollment' })
  enroll(world, { courseId, userId: people.assistant.id, type: 'TaEnrollment', denied: WITHOUT_PAGES })
  enroll(world, { courseId, userId: people.student.id, type: 'StudentEnrollment' })
}
