import type { Archive } from './archive.ts'
import type { CartridgeLink } from './cartridge-course.ts'
import type { Manifest } from './manifest.ts'
import { attributeOf, childElements, childNamed, textAt } from './xml.ts'

/** Web links (`imswl`). */
export function readWebLinks(archive: Archive, manifest: Manifest): CartridgeLink[] {
  return manifest.resources.flatMap(resource => {
    const name = /^imswl_/.test(resource.type) ? resource.href : null
    const root = name === null ? undefined : archive.tryXml(name)
    const link = root && childNamed(root, 'webLink')
    if (link === undefined) return []
    const url = attributeOf(childNamed(link, 'url'), 'href')
    return { identifier: resource.identifier, title: textAt(link, 'title') ?? '', url }
  })
}

/** External tools (`imsbasiclti`, and the links of LTI 1.3). */
export function readExternalTools(archive: Archive, manifest: Manifest): CartridgeLink[] {
  return manifest.resources.flatMap(resource => {
    const name = /^imsbasiclti_/.test(resource.type) ? resource.href : null
    const root = name === null ? undefined : archive.tryXml(name)
    const tool = root && childElements(root)[0]
    if (tool === undefined) return []
    const url = textAt(tool, 'secure_launch_url') ?? textAt(tool, 'launch_url')
    return { identifier: resource.identifier, title: textAt(tool, 'title') ?? '', url }
  })
}
