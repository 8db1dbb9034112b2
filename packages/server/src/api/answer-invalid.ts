import type { Context } from 'hono'
import type { z } from 'zod'

type Issues = Pick<z.ZodError, 'issues'>
type Checked = { readonly success: true } | { readonly success: false; readonly target: string; readonly error: Issues }

/** 422, or 404 where the address itself cannot be of anything; said field by field. */
export function answerInvalid(checked: Checked, c: Context): Response | undefined {
  if (checked.success) return undefined
  if (checked.target === 'param') {
    const message = 'There is nothing of that address: its ids are not ids of ours. Look the thing up in its list.'
    return c.json({ ok: false, reason: 'not-found', message, details: null }, 404)
  }
  const fields = checked.error.issues.map(({ path, message }) => ({ at: path.join('.'), message }))
  const named = fields.map(({ at, message }) => (at === '' ? message : `${at}: ${message}`))
  const message = `This cannot be taken as it is. ${named.slice(0, 5).join(' · ')}`
  return c.json({ ok: false, reason: 'invalid', message, details: { fields } }, 422)
}
