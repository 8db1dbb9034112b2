/** An id that no other element has, in this page or another. `randomUUID` is not there without https. */
export function makeElementId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(12))
  return `e${Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('')}`
}
