import type { Account, Enrollment, EnrollmentType, Permission, Term, User } from './model.ts'
import { toRowId } from './row-id.ts'
import type { World } from './world.ts'

/** The account, the terms and the people every sandbox starts with; nobody is enrolled anywhere yet. */
export interface People {
  readonly account: Account
  readonly defaultTerm: Term
  /** May do everything. */
  readonly administrator: User
  readonly teacher: User
  readonly designer: User
  /** To be enrolled with the rights of `WITHOUT_PAGES` taken away. */
  readonly assistant: User
  readonly student: User
  /** Has a login and no enrolment. */
  readonly stranger: User
}

/** Makes the root account, its default term and one person for every role. */
export function createPeople(world: World): People {
  const account: Account = { id: world.nextId('accounts'), name: 'Sandbox University', parentId: null }
  world.rows.accounts.set(account.id, account)
  return {
    account,
    defaultTerm: createTerm(world, { name: 'Default Term' }),
    administrator: createUser(world, { name: 'Ada Administrator', login: 'admin', isAdmin: true }),
    teacher: createUser(world, { name: 'Tom Teacher', login: 'teacher' }),
    designer: createUser(world, { name: 'Dora Designer', login: 'designer' }),
    assistant: createUser(world, { name: 'Tia Assistant', login: 'assistant' }),
    student: createUser(world, { name: 'Sam Student', login: 'student' }),
    stranger: createUser(world, { name: 'Stan Stranger', login: 'stranger' }),
  }
}

/** A user by `N`, `shard~N` or `sis_login_id:LOGIN`. */
export function findUser(world: World, written: string): User | undefined {
  const login = /^sis_login_id:(.*)$/s.exec(written)?.[1]
  if (login !== undefined) return [...world.rows.users.values()].find(user => user.login === login)
  return world.rows.users.get(toRowId(written) ?? -1)
}

export interface NewUser {
  readonly name: string
  readonly login: string
  readonly password?: string
  readonly isAdmin?: boolean
}

/** A person with one access token. The password is the login unless given. */
export function createUser(world: World, user: NewUser): User {
  const { name, login, password = login, isAdmin = false } = user
  const createdAt = world.nowIso()
  const row: User = {
    id: world.nextId('users'),
    name,
    login,
    password,
    tokens: [createToken(world)],
    isAdmin,
    favorites: new Set(),
    createdAt,
  }
  world.rows.users.set(row.id, row)
  return row
}

/** Canvas's tokens begin with the shard. */
export function createToken(world: World): string {
  return `1~${world.randomText()}`
}

export interface NewTerm {
  readonly name: string
  readonly sisTermId?: string | null
  readonly startAt?: string | null
  readonly endAt?: string | null
}

export function createTerm(world: World, term: NewTerm): Term {
  const { name, sisTermId = null, startAt = null, endAt = null } = term
  const row: Term = {
    id: world.nextId('terms'),
    name,
    sisTermId,
    startAt,
    endAt,
    state: 'active',
    createdAt: world.nowIso(),
  }
  world.rows.terms.set(row.id, row)
  return row
}

export interface NewEnrollment {
  readonly courseId: number
  readonly userId: number
  readonly type: EnrollmentType
  readonly denied?: readonly Permission[]
  readonly state?: Enrollment['state']
}

/** Enrols a user; the same user, course and type twice is one enrolment, which stays active if it is (canvas-lms course.rb, `enroll_user`). */
export function enroll(world: World, enrollment: NewEnrollment): Enrollment {
  const { courseId, userId, type, denied = [], state = 'active' } = enrollment
  const existing = [...world.rows.enrollments.values()].find(
    row => row.courseId === courseId && row.userId === userId && row.type === type,
  )
  const row: Enrollment = {
    id: existing?.id ?? world.nextId('enrollments'),
    courseId,
    userId,
    type,
    denied: [...denied],
    state: existing?.state === 'active' ? 'active' : state,
  }
  world.rows.enrollments.set(row.id, row)
  return row
}
