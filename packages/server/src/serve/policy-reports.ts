import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { z } from 'zod'
import { REPORTS_PATH } from './site-headers.ts'

const LARGEST = 16 * 1024
const MOST_LOGGED = 20

const report = z.object({
  'csp-report': z.object({
    'effective-directive': z.string().optional(),
    'violated-directive': z.string().optional(),
    'blocked-uri': z.string().optional(),
  }),
})

/**
 * Counts what browsers say the content security policy kept from happening: none, in a Recourse as it should be. A journey
 * reads the count; whoever runs the server reads the first of them.
 */
export function policyReports(log: (line: string) => void): Hono {
  let count = 0
  const app = new Hono()
  app.post(REPORTS_PATH, bodyLimit({ maxSize: LARGEST }), async c => {
    const told = report.safeParse(await c.req.json().catch(() => undefined))
    if (!told.success) return c.body(null, 400)
    count += 1
    if (count <= MOST_LOGGED) log(`The content security policy held: ${describe(told.data['csp-report'])}.`)
    return c.body(null, 204)
  })
  app.get(REPORTS_PATH, c => c.json({ count }))
  return app
}

/** Short, on one line, without what comes after the path of an address. */
function describe(body: z.infer<typeof report>['csp-report']): string {
  const directive = body['effective-directive'] ?? body['violated-directive'] ?? 'unknown'
  const blocked = (body['blocked-uri'] ?? 'unknown').replace(/[?#].*$/s, '')
  return `${directive} ${blocked}`.replaceAll(/[^\x20-\x7e]/g, '').slice(0, 200)
}
