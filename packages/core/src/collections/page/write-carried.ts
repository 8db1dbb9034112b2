import type { CourseId, ModuleId } from '../../ids.ts'
import type { Configuration, ModuleEntry } from '../configuration/configuration.ts'
import { escapeAttribute } from '../html/to-html.ts'
import { withoutPersonalParameters } from './page-personal-parameters.ts'

/**
 * What Canvas does not rewrite in JSON text it rewrites in attributes (canvas-api §3.1), so images and links stand
 * beside the JSON. Images are those of this course's files and of bare `/files/N` on this host (collections-1.3 §2.6), and only
 * of entries kept by id: 1.3's import fails on an image whose id is no key of `MODULES` (collections-1.3 §3.2 B7).
 */
export function writeImages({ modules }: Configuration, courseId: CourseId, origin: string): string {
  const host = origin.replace(/^.*\/\//, '').toLowerCase()
  return modules
    .filter(entry => entry.id !== null && isFileHere(entry.image, courseId, host))
    .map(writeImage)
    .join('')
}

/** Hidden links to modules and pages; after a copy their addresses say what became of each (design *Proceeding*). */
export function writeModuleLinks(ids: readonly ModuleId[], courseId: CourseId): string {
  return [...new Set(ids)]
    .map(id => `<a href="/courses/${courseId}/modules/${id}" data-recourse-module="${id}"></a>`)
    .join('')
}

export interface PageLink {
  readonly title: string
  readonly slug: string
}

export function writePageLinks(pages: readonly PageLink[], courseId: CourseId): string {
  return pages
    .map(({ title, slug }) => {
      const href = `/courses/${courseId}/pages/${inPath(slug)}`
      return `<a href="${href}" data-recourse-page="${escapeAttribute(withoutUnfit(title))}"></a>`
    })
    .join('')
}

function writeImage({ key, image }: ModuleEntry): string {
  const src = escapeAttribute(withoutUnfit(withoutPersonalParameters(image)))
  return `<img class="cc-moduleImage" id="cc-moduleImage-${escapeAttribute(key)}" src="${src}">`
}

function isFileHere(image: string, courseId: CourseId, host: string): boolean {
  const path = pathOnHost(image, host)
  return path !== undefined && (path.startsWith(`/courses/${courseId}/files/`) || /^\/files\/\d/.test(path))
}

/** Scheme and case of the host do not count; `undefined` for another host. */
function pathOnHost(url: string, host: string): string | undefined {
  const [, itsHost, path] = /^(?:https?:)?\/\/([^/?#\\]*)(.*)$/is.exec(url) ?? []
  if (itsHost === undefined) return url.startsWith('/') ? url : undefined
  return itsHost.toLowerCase() === host ? path : undefined
}

/** Unlike JSON, an attribute has no way to carry some characters; no title or address in Canvas holds them. */
function withoutUnfit(text: string): string {
  if (/^[ -~]*$/.test(text)) return text
  // biome-ignore lint/suspicious/noControlCharactersInRegex: it is these that HTML cannot carry.
  return text.replace(/[\u0000-\u001f\u007f-\u009f\p{Surrogate}]/gu, '\ufffd')
}

/** Slugs keep letters of all scripts (canvas-api §2.4 *Slug*). */
function inPath(slug: string): string {
  return withoutUnfit(slug).replace(/[^\p{L}\p{M}\p{N}_.~-]/gu, encodeURIComponent)
}
