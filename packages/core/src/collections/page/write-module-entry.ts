import type { ModuleEntry } from '../configuration/configuration.ts'
import { isJsonObject, type JsonObject, ownValue } from '../configuration/json.ts'
import { isDecimalId } from './read-module-keys.ts'
import { writeDates } from './write-dates.ts'
import { unclaimed, unless } from './write-rest.ts'

/** Keys of an entry with a place of their own; `id` besides where the key is one. */
const entryKeys = [
  ...['name', 'description', 'collection', 'label', 'autonum', 'actualNum', 'num', 'metadata', 'date', 'dateShow'],
  ...['banner', 'image', 'imageSize', 'imageBackgroundColour', 'iframe', 'bannerColour', 'engage', 'engageText'],
  ...['fyi', 'fyiText', 'altText', 'moduleOrder'],
] as const

/**
 * An entry in the compact form that 1.3 loads (collections-1.3 §2.7): what its loader supplies is omitted; what it does not
 * supply is always there.
 */
export function writeModuleEntry(entry: ModuleEntry): JsonObject {
  const claimed = entry.id === null ? entryKeys : [...entryKeys, 'id']
  return {
    name: entry.name,
    ...writeId(entry),
    description: entry.description,
    collection: entry.collection ?? '',
    ...unless('label', entry.label, ''),
    ...unless('autonum', entry.autonum, false),
    ...unless('actualNum', entry.number, ''),
    ...writeMetadata(entry),
    ...writeDates(entry),
    ...writeBanner(entry),
    engage: entry.engage,
    engageText: entry.engageText,
    ...unless('fyi', entry.fyi, false),
    ...unless('fyiText', entry.fyiText, ''),
    ...unless('altText', entry.altText, ''),
    ...unless('moduleOrder', entry.moduleOrder, null),
    ...unclaimed(entry.rest, claimed),
  }
}

/** `null` tells a name of digits from an id (read-module-keys.ts). 1.3 writes numbers; a number holds not every id. */
function writeId({ key, id, rest }: ModuleEntry): JsonObject {
  if (id === null) return isDecimalId(key) && ownValue(rest, 'id') === undefined ? { id: null } : {}
  return { id: Number.isSafeInteger(Number(id)) ? Number(id) : id }
}

function writeMetadata({ metadata, rest }: ModuleEntry): JsonObject {
  const kept = ownValue(rest, 'metadata')
  const all = { ...metadata, ...(isJsonObject(kept) ? kept : {}) }
  return Object.keys(all).length === 0 ? {} : { metadata: all }
}

function writeBanner(entry: ModuleEntry): JsonObject {
  const drawsColour = entry.banner === 'colour' || entry.imageBackgroundColour
  return {
    ...unless('banner', entry.banner, 'image'),
    ...unless('image', entry.image, ''),
    ...unless('imageSize', entry.imageSize, ''),
    ...unless('imageBackgroundColour', entry.imageBackgroundColour, false),
    ...unless('iframe', entry.iframe, ''),
    // 1.3 knows a default for new modules only, so where the colour is drawn it must be there.
    ...(drawsColour ? { bannerColour: entry.bannerColour } : unless('bannerColour', entry.bannerColour, '#ffffff')),
  }
}
