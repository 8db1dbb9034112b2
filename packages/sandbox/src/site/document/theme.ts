import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { notFound } from '../../http/errors.ts'
import { presentText } from '../../http/reading.ts'
import { html, type Markup } from '../markup.ts'
import type { Pages, Visit } from '../visit.ts'

/** `?global_includes=0` loads a page without the institution's files (canvas-api §6). */
export function hasGlobalIncludes({ params }: Visit): boolean {
  return presentText(params, 'global_includes') !== '0'
}

export function themeStyle({ site }: Visit): Markup | null {
  const file = site.options.themeCss
  return file === null
    ? null
    : html`<link rel="stylesheet" media="all" href="/sandbox/theme/theme.css?v=${versionOf(file)}">`
}

/** After Canvas's own scripts, in order with them. */
export function themeScript({ site }: Visit): Markup | null {
  const file = site.options.themeJs
  return file === null ? null : html`<script src="/sandbox/theme/theme.js?v=${versionOf(file)}" defer></script>`
}

/** Read for each request, so that what was just built is what runs. */
export function registerTheme(pages: Pages): void {
  pages.get('/sandbox/theme/theme.js', visit => send(visit.site.options.themeJs, 'text/javascript'))
  pages.get('/sandbox/theme/theme.css', visit => send(visit.site.options.themeCss, 'text/css'))
}

function send(file: string | null, type: string): Response {
  const bytes = file === null ? undefined : read(file)
  if (!bytes) throw notFound()
  return new Response(new Uint8Array(bytes), {
    headers: { 'Content-Type': `${type}; charset=utf-8`, 'Cache-Control': 'no-cache' },
  })
}

function versionOf(file: string): string {
  const bytes = read(file)
  return bytes ? createHash('sha256').update(bytes).digest('hex').slice(0, 12) : 'missing'
}

/** A file that is being rebuilt may be away for a moment. */
function read(file: string): Buffer | undefined {
  try {
    return readFileSync(file)
  } catch {
    return undefined
  }
}
