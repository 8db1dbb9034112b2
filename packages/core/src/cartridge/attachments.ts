import type { Element } from 'xast'
import type { Archive } from './archive.ts'
import type { CartridgeActivity } from './cartridge-course.ts'
import { findTarget, namesIn } from './linked-files.ts'
import type { Resource } from './manifest.ts'
import { attributeOf, childNamed, childrenNamed } from './xml.ts'

/**
 * An assignment or topic with links to its attachments below its text, as Canvas has it (canvas-lms standard/converter.rb): the files of its
 * resource and what it names as attached, unless the text leads there already. What is for teachers only does not show.
 */
export function withAttachments(
  archive: Archive,
  activity: CartridgeActivity,
  element: Element,
  { files }: Resource,
): CartridgeActivity {
  const named = childrenNamed(childNamed(element, 'attachments'), 'attachment').flatMap(attachment => {
    const name = findTarget(archive, attributeOf(attachment, 'href') ?? '', activity.href)
    return name === undefined ? [] : { name, isHidden: attributeOf(attachment, 'role') === 'Instructor' }
  })
  const hidden = new Set(named.filter(({ isHidden }) => isHidden).map(({ name }) => name))
  const known = new Set([...hidden, ...namesIn(archive, activity)])
  const attached = [...new Set([...files.filter(archive.has), ...named.map(({ name }) => name)])]
  const links = attached.filter(name => !archive.isClaimed(name) && !known.has(name)).map(toLink)
  if (links.length === 0) return activity
  return { ...activity, body: `${activity.body ?? ''}<ul>${links.join('')}</ul>` }
}

function toLink(name: string): string {
  const label = name
    .slice(name.lastIndexOf('/') + 1)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
  return `<li><a href="$IMS-CC-FILEBASE$/${name.split('/').map(encodeURIComponent).join('/')}">${label}</a></li>`
}
