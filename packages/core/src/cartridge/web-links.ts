import type { Element, Root } from 'xast'
import type { Archive } from './archive.ts'
import type { CartridgeLink } from './cartridge-course.ts'
import type { Manifest, Resource } from './manifest.ts'
import { toWebAddress } from './web-address.ts'
import { attributeOf, childElements, childNamed, localName, textAt } from './xml.ts'

/** Web links (`imswl`). */
export function readWebLinks(archive: Archive, manifest: Manifest): CartridgeLink[] {
  return manifest.resources.flatMap(resource => {
    const link = /^imswl_/.test(resource.type) ? childNamed(contentOf(archive, resource), 'webLink') : undefined
    if (link === undefined) return []
    const url = attributeOf(childNamed(link, 'url'), 'href')
    return { identifier: resource.identifier, title: textAt(link, 'title') ?? '', url: url && toWebAddress(url) }
  })
}

/** External tools (`imsbasiclti`, and the links of LTI 1.3). */
export function readExternalTools(archive: Archive, manifest: Manifest): CartridgeLink[] {
  return manifest.resources.flatMap(resource => {
    const content = /^imsbasiclti_/.test(resource.type) ? contentOf(archive, resource) : undefined
    const tool = content && childElements(content).find(element => localName(element).endsWith('lti_link'))
    if (tool === undefined) return []
    const url = textAt(tool, 'secure_launch_url') ?? textAt(tool, 'launch_url')
    return { identifier: resource.identifier, title: textAt(tool, 'title') ?? '', url }
  })
}

/** What holds the link: its file, or the resource itself (Common Cartridge 1.3, thin cartridges). */
function contentOf(archive: Archive, { href, element }: Resource): Element | Root | undefined {
  return href === null ? element : archive.tryXml(href)
}
