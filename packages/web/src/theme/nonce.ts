/** The nonce of this answer: without it the content security policy forbids the styles of Instructure UI. */
export function readNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? ''
}
