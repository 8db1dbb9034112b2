import type { CourseFile } from '../import/import-facts.ts'

/** A file of an export package: named by its path, because a package knows no ids (canvas-api §7.2). */
export interface PackageFile {
  /** Folders below "course files", the file's name last. */
  readonly path: readonly string[]
  /** What followed the id: `/download?wrap=1`; `''` where the package says nothing. */
  readonly rest: string
}

/** A token that the import of a package left in a text; `undefined` for anything else. Percent-encoded spellings count. */
export function findPackageFile(url: string): PackageFile | undefined {
  const [, path, query] = /^\s*(?:\$|%24)IMS[-_]CC[-_]FILEBASE(?:\$|%24)\/*([^?#]*)(?:\?([^#]*))?/.exec(url) ?? []
  return path === undefined ? undefined : { path: path.split('/').filter(Boolean).map(decode), rest: toRest(query) }
}

/** `canvas_download=1&canvas_qs_wrap=1` stands for `/download?wrap=1`. */
function toRest(query = ''): string {
  const names = query.split('&').map(pair => /^canvas_(qs_)?([^=]+)(=.*)?$/.exec(pair))
  const actions = names.flatMap(found => (found === null || found[1] !== undefined ? [] : [`/${found[2]}`]))
  const kept = names.flatMap(found => (found?.[1] === undefined ? [] : [`${found[2]}${found[3] ?? ''}`]))
  return `${actions.join('')}${kept.length === 0 ? '' : `?${kept.join('&')}`}`
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

export type FindByPath = (path: readonly string[]) => CourseFile | undefined

/**
 * As Canvas looks: the whole path, then without its leading folders; `+` for a space and other letter case are
 * forgiven. The files are sorted by path when first asked for: most configurations never ask.
 */
export function fileFinder(files: readonly CourseFile[]): FindByPath {
  let find: FindFile | undefined
  return path => {
    find ??= finderOf(files)
    for (let first = 0; first < path.length; first++) {
      const found = find(path.slice(first).join('/').normalize())
      if (found !== undefined) return found
    }
    return undefined
  }
}

type FindFile = (path: string) => CourseFile | undefined

function finderOf(files: readonly CourseFile[]): FindFile {
  const exact = new Map(files.map(file => [pathOf(file), file]))
  const folded = new Map(files.map(file => [pathOf(file).toLowerCase(), file]))
  return path => {
    const spaced = path.replaceAll('+', ' ')
    return exact.get(path) ?? exact.get(spaced) ?? folded.get(path.toLowerCase()) ?? folded.get(spaced.toLowerCase())
  }
}

function pathOf({ folderPath, name }: CourseFile): string {
  return (folderPath ? `${folderPath}/${name}` : name).normalize()
}
