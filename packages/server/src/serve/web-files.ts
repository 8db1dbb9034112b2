import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'
import { etag } from 'hono/etag'
import type { SecureHeadersVariables } from 'hono/secure-headers'

/** What building the web app makes; beside this package in a checkout. */
export const WEB_FOLDER = fileURLToPath(new URL('../../../web/dist/', import.meta.url))

/** In the built page, wherever a nonce goes. */
const PLACEHOLDER = '__NONCE__'

/** A name with a hash in it: another content has another name. */
const FOR_GOOD = 'public, max-age=31536000, immutable'

type Env = { Variables: SecureHeadersVariables }

/** The web app: its files, and its one page for every address that is no file. */
export function webFiles(folder: string): Hono<Env> {
  const app = new Hono<Env>()
  const page = join(folder, 'index.html')
  if (!existsSync(page)) return app.get('*', c => c.html(NOT_BUILT, 503))
  app.use('/assets/*', async (c, next) => {
    await next()
    if (c.res.ok) c.res.headers.set('cache-control', FOR_GOOD)
  })
  const files = serveStatic<Env>({ root: folder })
  app.use(etag())
  app.get('*', async (c, next) => {
    if (!isFile(c.req.path)) return next()
    return (await files(c, async () => undefined)) ?? c.text('There is no such file.', 404)
  })
  app.get('*', async c => {
    const html = await readFile(page, 'utf8')
    c.header('cache-control', 'no-store')
    return c.html(html.replaceAll(PLACEHOLDER, c.get('secureHeadersNonce') ?? ''))
  })
  return app
}

function isFile(path: string): boolean {
  return path.startsWith('/assets/') || (path !== '/index.html' && /\.[a-z0-9]+$/i.test(path))
}

const NOT_BUILT = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Recourse</title>
<h1>Recourse is running, but its pages are not built</h1>
<p>Run <code>npm run build</code> in the folder of Recourse, then start it again. The API is there: <a href="/api/docs">/api/docs</a>.</p>
</html>
`
