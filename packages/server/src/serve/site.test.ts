import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterAll, describe, expect, it } from 'vitest'
import { withTestDatabase } from '../database/test-database.fixture.ts'
import { openTestSite } from './test-site.fixture.ts'

const test = withTestDatabase()
const folder = mkdtempSync(join(tmpdir(), 'recourse-web-'))
afterAll(() => rmSync(folder, { recursive: true }))

const script = `console.log(${JSON.stringify('x'.repeat(5000))})`
mkdirSync(join(folder, 'assets'))
writeFileSync(join(folder, 'assets', 'main-a1b2.js'), script)
writeFileSync(join(folder, 'icon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>')
writeFileSync(
  join(folder, 'index.html'),
  '<meta name="csp-nonce" content="__NONCE__"><script type="module" nonce="__NONCE__" src="/assets/main-a1b2.js"></script>',
)

const get = (path: string, headers: Record<string, string> = {}) =>
  openTestSite(test.db, { webFolder: folder }).fetch(new Request(`http://library.test${path}`, { headers }))

describe('the page', () => {
  it.each(['/', '/courses', '/courses/9d6b/history?x=1', '/links/abc', '/index.html'])('is at %s too', async path => {
    const reply = await get(path)
    expect(reply.status).toBe(200)
    expect(reply.headers.get('cache-control')).toBe('no-store')
    expect(await reply.text()).toContain('csp-nonce')
  })

  it('carries the nonce that its policy allows, another each time', async () => {
    const nonces = []
    for (let time = 0; time < 2; time += 1) {
      const reply = await get('/')
      const [, nonce = ''] =
        /script-src 'self' 'nonce-([^']+)'/.exec(reply.headers.get('content-security-policy') ?? '') ?? []
      expect(await reply.text()).toBe(
        `<meta name="csp-nonce" content="${nonce}"><script type="module" nonce="${nonce}" src="/assets/main-a1b2.js"></script>`,
      )
      nonces.push(nonce)
    }
    expect(new Set(nonces).size).toBe(2)
    expect(nonces.join()).toMatch(/^[\w+/=]{24},[\w+/=]{24}$/)
  })

  it('allows nothing inline, from elsewhere or in a frame of others', async () => {
    const policy = (await get('/')).headers.get('content-security-policy') ?? ''
    expect(policy).toMatch(/^default-src 'none';/)
    expect(policy).not.toMatch(/unsafe|\*|https?:/)
    expect(policy).toContain(`frame-ancestors 'none'`)
    expect(policy).toContain(`base-uri 'none'`)
  })

  it('is a sentence that says what to do where nothing was built; the API is there all the same', async () => {
    const site = openTestSite(test.db)
    const page = await site.open().ask('GET', '/courses')
    expect(page.status).toBe(503)
    expect(page.json).toContain('npm run build')
    expect((await site.open().ask('GET', '/api/sign-in/ways')).status).toBe(200)
  })
})

describe('a file', () => {
  it('with a hash in its name is kept for good, and known again by its tag', async () => {
    const reply = await get('/assets/main-a1b2.js')
    expect(reply.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    expect(reply.headers.get('content-type')).toMatch(/javascript/)
    const tag = reply.headers.get('etag') ?? ''
    expect((await get('/assets/main-a1b2.js', { 'if-none-match': tag })).status).toBe(304)
  })

  it('travels compressed', async () => {
    const reply = await get('/assets/main-a1b2.js', { 'accept-encoding': 'gzip' })
    expect(reply.headers.get('content-encoding')).toBe('gzip')
    const bytes = Buffer.from(await reply.arrayBuffer())
    expect(bytes.length).toBeLessThan(500)
    expect(gunzipSync(bytes).toString()).toBe(script)
  })

  it('that is not there is no page, and no file of another folder', async () => {
    const paths = ['/assets/gone.js', '/assets/../../secret.txt', '/..%2f..%2fetc/passwd.txt', '/gone.png']
    for (const path of paths) {
      const reply = await get(path)
      expect(reply.status, path).toBe(404)
      expect(reply.headers.get('cache-control') ?? '', path).not.toMatch(/immutable/)
    }
    expect((await get('/icon.svg')).status).toBe(200)
  })
})

describe('the headers', () => {
  it('are on every answer, of the API and of what is not there too', async () => {
    for (const path of ['/', '/api/me', '/api/none', '/api/docs', '/icon.svg', '/gone.png']) {
      const { headers } = await get(path)
      expect(headers.get('x-content-type-options'), path).toBe('nosniff')
      expect(headers.get('content-security-policy'), path).toMatch(/^default-src 'none'/)
      expect(headers.get('referrer-policy'), path).toBe('same-origin')
    }
  })

  it('ask for https where there is https, and only there', async () => {
    const secure = openTestSite(test.db, { publicUrl: 'https://library.example.edu', webFolder: folder })
    expect((await secure.open().ask('GET', '/')).headers.get('strict-transport-security')).toMatch(/max-age/)
    expect((await get('/')).headers.has('strict-transport-security')).toBe(false)
  })
})

describe('a report of the policy', () => {
  const report = { 'csp-report': { 'effective-directive': 'img-src', 'blocked-uri': 'https://evil.example/x?who=ada' } }

  it('is counted and said, without what is private in it', async () => {
    const site = openTestSite(test.db)
    const browser = site.open()
    expect((await browser.ask('GET', '/csp-reports')).json).toEqual({ count: 0 })
    expect((await browser.ask('POST', '/csp-reports', report)).status).toBe(204)
    expect((await browser.ask('GET', '/csp-reports')).json).toEqual({ count: 1 })
    expect(site.said).toEqual(['The content security policy held: img-src https://evil.example/x.'])
  })

  it('that is none, or too long, counts for nothing', async () => {
    const site = openTestSite(test.db)
    const browser = site.open()
    expect((await browser.ask('POST', '/csp-reports', { x: 1 })).status).toBe(400)
    expect((await browser.ask('POST', '/csp-reports', { x: 'x'.repeat(20_000) })).status).toBe(413)
    expect((await browser.ask('GET', '/csp-reports')).json).toEqual({ count: 0 })
  })
})
