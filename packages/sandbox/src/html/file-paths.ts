import { unescapeUri } from './url-text.ts'

/** Looks a file up by its path below the course's root folder; answers its id. */
export type FoundFile = (path: string) => string | undefined

/**
 * A lookup that forgives what Canvas's forgives: `+` for a space (old exports) and the case of letters
 * (canvas_link_migrator link_resolver.rb, `find_file_in_context`).
 */
export function filesByPath(files: Iterable<readonly [path: string, id: string]>): FoundFile {
  const exact = new Map(files)
  const lowered = new Map(Array.from(exact, ([path, id]) => [path.toLowerCase(), id]))
  return path => {
    const spaced = path.replaceAll('+', ' ')
    return exact.get(path) ?? exact.get(spaced) ?? lowered.get(path.toLowerCase()) ?? lowered.get(spaced.toLowerCase())
  }
}

/**
 * The address of the file a package's link means; `undefined` if it is not here. The leading folders are dropped one by one until something
 * is found, and a question mark is tried both as the start of a query and as a part of the name (canvas-api §7.2).
 */
export function resolveFilePath(escaped: string, courseId: number | string, fileAt: FoundFile): string | undefined {
  const path = unescapeUri(escaped)
  const mark = path.lastIndexOf('?')
  if (mark < 0) return addressOf(path, '', courseId, fileAt)
  return addressOf(path.slice(0, mark), path.slice(mark + 1), courseId, fileAt) ?? addressOf(path, '', courseId, fileAt)
}

function addressOf(path: string, query: string, courseId: number | string, fileAt: FoundFile): string | undefined {
  const id = findDroppingFolders(path, fileAt)
  if (id === undefined) return undefined
  const { action, parameters } = decodeQuery(query)
  const tail = parameters.length > 0 ? `?${parameters.join('&')}` : ''
  return `/courses/${courseId}/files/${id}${action || '/preview'}${tail}`
}

function findDroppingFolders(path: string, fileAt: FoundFile): string | undefined {
  const parts = path.split('/').filter(Boolean)
  for (let first = 0; first < parts.length; first += 1) {
    const id = fileAt(parts.slice(first).join('/'))
    if (id !== undefined) return id
  }
  return undefined
}

/** `canvas_download=1&canvas_qs_wrap=1` stood for `/download?wrap=1` when the package was written. */
function decodeQuery(query: string): { readonly action: string; readonly parameters: readonly string[] } {
  let action = ''
  const parameters: string[] = []
  for (const [key, value] of new URLSearchParams(query)) {
    const name = /canvas_qs_(.*)/.exec(key)?.[1]
    if (name !== undefined) parameters.push(new URLSearchParams([[name, value]]).toString())
    else action += key.includes('canvas_') ? `/${/canvas_(.*)/.exec(key)?.[1] ?? ''}` : ''
  }
  return { action, parameters }
}

/** Where Canvas points a link whose file did not come along. */
export function missingFileUrl(escaped: string, courseId: number | string): string {
  const path = unescapeUri(escaped).replaceAll(' ', '%20').replace(/^\/+/, '')
  return `/courses/${courseId}/file_contents/course%20files/${path}`
}
