export interface ReachedCourse {
  readonly courseId: string
  readonly title: string
  readonly isVisible: boolean
}

/** Which courses show a thing: those one may not open are counted, not named (library §1.4 *Reach and permission*). */
export interface Reach {
  readonly courses: readonly { readonly courseId: string; readonly title: string }[]
  readonly hidden: number
}

export function toReach(reached: readonly ReachedCourse[]): Reach {
  const visible = reached.filter(({ isVisible }) => isVisible)
  return {
    courses: visible.map(({ courseId, title }) => ({ courseId, title })),
    hidden: reached.length - visible.length,
  }
}
