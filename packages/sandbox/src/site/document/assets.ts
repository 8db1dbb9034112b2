import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { notFound } from '../../http/errors.ts'
import type { Pages } from '../visit.ts'

const ASSETS = [
  'canvas.css',
  'icons.css',
  'ask.js',
  'site.js',
  'modules.js',
  'modules-lazy.js',
  'modules-v2.js',
  'rest-forms.js',
  'content-migrations.js',
] as const

/** Styles and scripts of the sandbox's own pages: plain files beside `src` and `dist`, which no build touches. */
export function registerAssets(pages: Pages): void {
  for (const name of ASSETS)
    pages.get(`/sandbox/assets/${name}`, () => send(name, new URL(`../../../assets/${name}`, import.meta.url)))
  pages.get('/sandbox/assets/jquery.js', () => send('jquery.js', jquery))
}

const require = createRequire(import.meta.url)

/** Canvas has it under its usual names; scripts of institutions are loaded after it (canvas-api §6). */
const jquery = require.resolve('jquery/dist/jquery.min.js')

async function send(name: string, file: URL | string): Promise<Response> {
  const bytes = await readFile(file).catch(() => undefined)
  if (!bytes) throw notFound()
  const type = name.endsWith('.css') ? 'text/css' : 'text/javascript'
  return new Response(new Uint8Array(bytes), {
    headers: { 'Content-Type': `${type}; charset=utf-8`, 'Cache-Control': 'no-cache' },
  })
}
