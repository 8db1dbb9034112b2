/**
 * The files of a cartridge that an address in one of them (`href`) may mean, as paths, the likeliest first; none for addresses of the web.
 * `$IMS-CC-FILEBASE$` is the folder of its files, wherever the text stands; other tools mean the text's own folder by it (canvas-api §7.2).
 */
export function linkPaths(written: string, href: string): readonly string[] {
  const base = /^(?:\$|%24)IMS[-_]CC[-_]FILEBASE(?:\$|%24)\/?/.exec(written)?.[0]
  if (base === undefined && /^(?:[a-z][a-z\d+.-]*:|\/\/|#|\$|$)/i.test(written)) return []
  const path = written.slice(base?.length ?? 0).replaceAll('\\', '/')
  const folder = href.slice(0, href.lastIndexOf('/') + 1)
  const folders = base === undefined ? [folder, ''] : ['', folder]
  // A name may hold a question mark; only what is not found with it is cut there.
  const paths = [path, path.replace(/[?#].*$/s, '')].flatMap(spelling =>
    folders.flatMap(place => {
      const inPlace = join(place, spelling)
      return [inPlace, `web_resources/${inPlace}`]
    }),
  )
  return [...new Set(paths)]
}

/** As paths are compared: case does not count, and zips of a Mac write `ü` as two characters where manifests and links write one. */
export function toPathKey(path: string): string {
  return path.normalize('NFC').toLowerCase()
}

/**
 * What each end of a path means where it means one thing only, by the end's `toPathKey`: the last resort for a link that leads nowhere
 * (canvas-lms standard/converter.rb, `find_file_migration_id`).
 */
export function bySuffix<Thing>(things: Iterable<readonly [string, Thing]>): ReadonlyMap<string, Thing> {
  const found = new Map<string, Thing>()
  const ambiguous = new Set<string>()
  for (const [path, thing] of things) {
    const names = toPathKey(path).split('/')
    for (const at of names.keys()) {
      const suffix = names.slice(at).join('/')
      if (found.has(suffix)) ambiguous.add(suffix)
      else found.set(suffix, thing)
    }
  }
  return new Map([...found].filter(([suffix]) => !ambiguous.has(suffix)))
}

/** Resolves `.` and `..`; what climbs out of the cartridge stays at its top. */
function join(folder: string, path: string): string {
  const parts: string[] = []
  for (const part of `${path.startsWith('/') ? '' : folder}${path}`.split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '.' && part !== '') parts.push(part)
  }
  return parts.join('/')
}
