const manifestName = 'imsmanifest.xml'

/** Some tools zip the folder instead of what is in it: the files by their name below the folder that holds the manifest. */
export function belowManifest(files: ReadonlyMap<string, Uint8Array>): ReadonlyMap<string, Uint8Array> {
  const manifests = [...files.keys()].filter(name => name === manifestName || name.endsWith(`/${manifestName}`))
  const [first] = manifests.toSorted((one, other) => one.length - other.length)
  const folder = first?.slice(0, -manifestName.length) ?? ''
  if (folder === '') return files
  return new Map(
    [...files].flatMap(([name, bytes]) => (name.startsWith(folder) ? [[name.slice(folder.length), bytes]] : [])),
  )
}
