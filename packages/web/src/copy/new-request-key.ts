/** 128 random bits. `randomUUID` is missing where a page comes over plain http. */
export function newRequestKey(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map(byte => byte.toString(16).padStart(2, '0')).join('')
}
