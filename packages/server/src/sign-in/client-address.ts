/** Where the server writes who is at the other end. Whatever a client sends under this name is thrown away before. */
export const CLIENT_ADDRESS = 'x-recourse-client-address'

/** For the audit log and limits. */
export function findClientAddress(headers: Headers | undefined): string | null {
  return headers?.get(CLIENT_ADDRESS) ?? null
}
