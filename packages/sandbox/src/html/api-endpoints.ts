import { wellFormed } from './url-text.ts'

/** What the API says of an address in a body: the call that answers for it, and what that call returns. */
export interface ApiEndpoint {
  readonly path: string
  readonly returns: string
}

type Route = readonly [pattern: RegExp, returns: string, toPath: (...captures: string[]) => string]

// canvas-lms lib/api/html/url_proxy.rb, the routes of courses. First match wins; some patterns are open at their end, some are not.
const routes: readonly Route[] = [
  [/^\/courses\/([\d~]+)\/discussion_topics$/, '[Discussion]', course => `courses/${course}/discussion_topics`],
  [
    /^\/courses\/([\d~]+)\/discussion_topics\/([\d~]+)$/,
    'Discussion',
    (course, id) => `courses/${course}/discussion_topics/${id}`,
  ],
  [/^\/courses\/([\d~]+)\/(?:wiki|pages)$/, '[Page]', course => `courses/${course}/pages`],
  [
    /^\/courses\/([\d~]+)\/(?:wiki|pages)\/([^/?]+)/,
    'Page',
    (course, slug) => `courses/${course}/pages/${segment(slug)}`,
  ],
  [/^\/courses\/([\d~]+)\/assignments$/, '[Assignment]', course => `courses/${course}/assignments`],
  [/^\/courses\/([\d~]+)\/assignments\/([\d~]+)$/, 'Assignment', (course, id) => `courses/${course}/assignments/${id}`],
  [/^\/courses\/([\d~]+)\/files$/, 'Folder', course => `courses/${course}/folders/root`],
  [/^\/courses\/([\d~]+)\/files\/([\d~]+)/, 'File', (course, id) => `courses/${course}/files/${id}`],
  [/^\/files\/([\d~]+)/, 'File', id => `files/${id}`],
  [/^\/courses\/([\d~]+)\/quizzes$/, '[Quiz]', course => `courses/${course}/quizzes`],
  [/^\/courses\/([\d~]+)\/quizzes\/([\d~]+)$/, 'Quiz', (course, id) => `courses/${course}/quizzes/${id}`],
  [/^\/courses\/([\d~]+)\/modules$/, '[Module]', course => `courses/${course}/modules`],
  [/^\/courses\/([\d~]+)\/modules\/([\d~]+)$/, 'Module', (course, id) => `courses/${course}/modules/${id}`],
  [
    /^\/courses\/([\d~]+)\/external_tools\/retrieve\?url=(.*)$/,
    'SessionlessLaunchUrl',
    (course, url) => `courses/${course}/external_tools/sessionless_launch?url=${url}`,
  ],
]

/** The API call behind a root-relative address of a course; `undefined` where Canvas names none. */
export function findApiEndpoint(url: string): ApiEndpoint | undefined {
  for (const [pattern, returns, toPath] of routes) {
    const captures = pattern.exec(url)
    if (captures) return { path: `/api/v1/${toPath(...captures.slice(1))}`, returns }
  }
  return undefined
}

/** Rails escapes a path's segment once more, percent signs included. */
function segment(slug: string | undefined): string {
  return encodeURIComponent(wellFormed(slug ?? ''))
}
