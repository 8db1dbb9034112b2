/** What a browser remembers of a person's visits; storage may be full, closed or forbidden, and nothing depends on it. */
export function hasSeen(key: string): boolean {
  try {
    return localStorage.getItem(key) !== null
  } catch {
    return false
  }
}

export function markSeen(key: string, seenAt: string): void {
  try {
    localStorage.setItem(key, seenAt)
  } catch {
    // The dialog opens once more: no harm.
  }
}

export function recall(key: string): string | null {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}

/** `null` forgets. */
export function remember(key: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(key)
    else localStorage.setItem(key, value)
  } catch {
    // The page is drawn without what it would have remembered.
  }
}
