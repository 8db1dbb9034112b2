/** That the server no longer knows who asks; what is on the screen stays until the person has signed in again. */
export const sessionEnded = {
  listeners: new Set<() => void>(),
  announce(): void {
    for (const listener of this.listeners) listener()
  },
  subscribe(listener: () => void): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  },
}
