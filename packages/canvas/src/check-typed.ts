import { CanvasError } from './canvas-error.ts'
import { type CanvasAuth, isHeaderValue } from './http/request.ts'

/**
 * What a person typed: the address of a Canvas, and a token for it. In a browser the page says both, and a userscript is
 * built without this file.
 */
export function checkTyped(origin: string, auth: CanvasAuth): void {
  const isOrigin = URL.canParse(origin) && new URL(origin).origin === origin && /^https?:/.test(origin)
  if (!isOrigin)
    throw new CanvasError('refused', 'it must be like https://canvas.example.edu, with nothing after the host.', {
      task: 'use this address of Canvas',
    })
  if (auth.kind === 'token' && !isHeaderValue(auth.token))
    throw new CanvasError('unauthenticated', 'it is empty or holds spaces or line ends. Copy it again.', {
      task: 'use this access token',
    })
}
