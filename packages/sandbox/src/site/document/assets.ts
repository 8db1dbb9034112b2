import { readFile } from 'node:fs/promises'
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
  for (const name of ASSETS) pages.get(`/sandbox/assets/${name}`, () => send(name))
}

async function send(name: string): Promise<Response> {
  const bytes = await readFile(new URL(`../../../assets/${name}`, import.meta.url)).catch(() => undefined)
  if (!bytes) throw notFound()
  const type = name.endsWith('.css') ? 'text/css' : 'text/javascript'
  return new Response(new Uint8Array(bytes), {
    headers: { 'Content-Type': `${type}; charset=utf-8`, 'Cache-Control': 'no-cache' },
  })
}
