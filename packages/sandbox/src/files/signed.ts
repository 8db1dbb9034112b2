import { createHmac, timingSafeEqual } from 'node:crypto'

/** Makes and reads texts that only this sandbox can have made: upload addresses, short-lived download addresses. */
export interface Signer<Payload> {
  readonly sign: (payload: Payload, expiresAtMs: number) => string
  /** `undefined` for what was not signed here, was tampered with or is too old. */
  readonly read: (token: string, nowMs: number) => Payload | undefined
}

/** Payloads stay here and the token is their number: nothing that a client sends is ever parsed. */
export function createSigner<Payload>(secret: string): Signer<Payload> {
  const signed: { payload: Payload; expiresAtMs: number }[] = []
  return {
    sign(payload, expiresAtMs) {
      signed.push({ payload, expiresAtMs })
      return `${signed.length - 1}.${signature(secret, signed.length - 1)}`
    },
    read(token, nowMs) {
      const [number = '', proof = ''] = token.split('.')
      const entry = signed[Number(number)]
      if (!entry || !isSame(proof, signature(secret, Number(number)))) return undefined
      return entry.expiresAtMs > nowMs ? entry.payload : undefined
    },
  }
}

function signature(secret: string, number: number): string {
  return createHmac('sha256', secret).update(String(number)).digest('hex')
}

function isSame(a: string, b: string): boolean {
  return a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b))
}
