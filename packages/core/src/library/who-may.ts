export type Role = 'administrator' | 'author' | 'reviewer'

/** Authors work in the courses they are assigned to, administrators in all, reviewers change nothing (library §1.4). */
export function mayEdit(role: Role, isAssigned: boolean): boolean {
  switch (role) {
    case 'administrator':
      return true
    case 'author':
      return isAssigned
    case 'reviewer':
      return false
    default:
      return role satisfies never
  }
}

/** Who is assigned to a course opens it, a reviewer too; administrators open all. */
export function mayRead(role: Role, isAssigned: boolean): boolean {
  return role === 'administrator' || isAssigned
}
