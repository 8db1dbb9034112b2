import { mayEdit, type Role } from './who-may.ts'

export interface AuthorCandidate {
  readonly personId: string
  readonly role: Role
  readonly isActive: boolean
}

export interface AuthorPlan {
  /** The copier is always one of them. */
  readonly authors: readonly string[]
  /** Assigned to the original and not to the copy: who was deactivated, and reviewers. */
  readonly leftOut: readonly string[]
}

/** Whom a copied course belongs to (library §1.4); reviewers are not copied (library §1.2). */
export function planAuthors(original: readonly AuthorCandidate[], copierId: string, keepsAuthors: boolean): AuthorPlan {
  const others = keepsAuthors ? original.filter(({ personId }) => personId !== copierId) : []
  const idsOf = (people: readonly AuthorCandidate[]): readonly string[] => people.map(({ personId }) => personId)
  return {
    authors: [copierId, ...idsOf(others.filter(isCarried))],
    leftOut: idsOf(others.filter(person => !isCarried(person))),
  }
}

function isCarried({ role, isActive }: AuthorCandidate): boolean {
  return isActive && mayEdit(role, true)
}
