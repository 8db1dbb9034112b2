export interface AuthorCandidate {
  readonly personId: string
  readonly isActive: boolean
}

export interface AuthorPlan {
  /** The copier is always one of them. */
  readonly authors: readonly string[]
  /** Authors of the original who are not authors of the copy because they were deactivated. */
  readonly leftOut: readonly string[]
}

/** Whom a copied course belongs to (library §1.4). */
export function planAuthors(original: readonly AuthorCandidate[], copierId: string, keepsAuthors: boolean): AuthorPlan {
  const carried = keepsAuthors ? original.filter(({ personId }) => personId !== copierId) : []
  return {
    authors: [copierId, ...carried.filter(({ isActive }) => isActive).map(({ personId }) => personId)],
    leftOut: carried.filter(({ isActive }) => !isActive).map(({ personId }) => personId),
  }
}
