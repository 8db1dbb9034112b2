const agreed = new Set<string>()

/**
 * Shared Learning Objects that somebody has agreed to change everywhere, until the page is loaded anew: asked once before the
 * first change, not at each.
 */
export const sitting = {
  hasAgreed: (objectId: string): boolean => agreed.has(objectId),
  agree: (objectId: string): void => {
    agreed.add(objectId)
  },
} as const
