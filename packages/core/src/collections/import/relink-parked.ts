import type { ModuleEntry } from '../configuration/configuration.ts'
import type { AddressReader } from '../references/addressed-html.ts'
import { newFileUrl } from '../references/judge-files.ts'
import { newLinkUrl } from '../references/judge-links.ts'
import { rewriteReferences, toReference } from '../references/references.ts'
import type { Judgement } from './judge-import.ts'

/**
 * An entry that is kept for later, with links as those of every other: what became of the things they lead to is known
 * now, and hardly when it is given to a module (design *Proceeding*). What is not here stays as it is, unasked.
 */
export function relinkParked(
  entry: ModuleEntry,
  { files, links }: Judgement['known'],
  read: AddressReader,
): ModuleEntry {
  return rewriteReferences(
    entry,
    (field, url, isPicture) => {
      const reference = toReference(entry, field, url, isPicture)
      return newFileUrl(reference, files) ?? newLinkUrl(reference, links) ?? url
    },
    read,
  )
}
