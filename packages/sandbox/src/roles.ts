import type { Enrollment, EnrollmentType, Permission } from './model.ts'

/** What a role of assistants may be denied, so that they see pages and cannot write them. */
export const WITHOUT_PAGES: readonly Permission[] = ['manage_wiki_create', 'manage_wiki_update', 'manage_wiki_delete']

/** A role people are enrolled with: one of Canvas's own, or an institution's, which is one of those with rights taken away. */
export interface Role {
  readonly id: number
  readonly label: string
  /** The enrolment type it is or is based on. */
  readonly type: EnrollmentType
  /** `role` in the API: the type for Canvas's own roles, the label for others. */
  readonly name: string
  readonly denied: readonly Permission[]
}

/** Canvas's five roles, and one as institutions make them: an assistant who may not write pages. */
export const ROLES: readonly Role[] = [
  { id: 3, label: 'Student', type: 'StudentEnrollment', name: 'StudentEnrollment', denied: [] },
  { id: 4, label: 'Teacher', type: 'TeacherEnrollment', name: 'TeacherEnrollment', denied: [] },
  { id: 5, label: 'TA', type: 'TaEnrollment', name: 'TaEnrollment', denied: [] },
  { id: 6, label: 'Designer', type: 'DesignerEnrollment', name: 'DesignerEnrollment', denied: [] },
  { id: 7, label: 'Observer', type: 'ObserverEnrollment', name: 'ObserverEnrollment', denied: [] },
  { id: 21, label: 'TA without pages', type: 'TaEnrollment', name: 'TA without pages', denied: WITHOUT_PAGES },
]

/** The role an enrolment was made with, told by its type and what it is denied. */
export function roleOf(enrollment: Enrollment): Role {
  const ofType = ROLES.filter(role => role.type === enrollment.type)
  const same = ofType.find(role => role.denied.length === enrollment.denied.length)
  const found = same ?? ofType.at(-1)
  if (!found) throw new Error(`No role is based on ${enrollment.type}`)
  return found
}

export function toRoleJson(role: Role, account: Record<string, unknown>): Record<string, unknown> {
  const permissions = Object.fromEntries(
    role.denied.map(right => [right, { enabled: false, locked: false, explicit: true }]),
  )
  return {
    id: role.id,
    role: role.name,
    label: role.label,
    base_role_type: role.type,
    is_account_role: false,
    workflow_state: role.name === role.type ? 'built_in' : 'active',
    account,
    permissions,
  }
}
