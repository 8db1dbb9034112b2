import type { ModuleEntry } from '../configuration/configuration.ts'
import { isJsonObject, type Json, ownValue } from '../configuration/json.ts'
import { isDecimalId } from './read-module-keys.ts'
import { writeDate, writeDateShow } from './write-dates.ts'
import { unclaimed, unless, type Writing } from './write-rest.ts'

/** Keys of an entry with a place of their own; `id` besides where the key is one. */
const entryKeys = [
  ...['name', 'description', 'collection', 'label', 'autonum', 'actualNum', 'num', 'metadata', 'date', 'dateShow'],
  ...['banner', 'image', 'imageSize', 'imageBackgroundColour', 'iframe', 'bannerColour', 'engage', 'engageText'],
  ...['fyi', 'fyiText', 'altText', 'moduleOrder'],
] as const

const idEntryKeys = [...entryKeys, 'id'] as const

/**
 * An entry in the compact form that 1.3 loads (collections-1.3 §2.7): what its loader supplies is omitted; what it does not
 * supply is always there. One literal with gaps instead of many small objects: a page may hold a thousand entries.
 */
export function writeModuleEntry(entry: ModuleEntry): Writing {
  return {
    name: entry.name,
    id: writeId(entry),
    description: entry.description,
    collection: entry.collection ?? '',
    label: unless(entry.label, ''),
    autonum: unless(entry.autonum, false),
    actualNum: unless(entry.number, ''),
    metadata: writeMetadata(entry),
    date: writeDate(entry),
    dateShow: writeDateShow(entry),
    banner: unless(entry.banner, 'image'),
    image: unless(entry.image, ''),
    imageSize: unless(entry.imageSize, ''),
    imageBackgroundColour: unless(entry.imageBackgroundColour, false),
    iframe: unless(entry.iframe, ''),
    bannerColour: writeBannerColour(entry),
    engage: entry.engage,
    engageText: entry.engageText,
    fyi: unless(entry.fyi, false),
    fyiText: unless(entry.fyiText, ''),
    altText: unless(entry.altText, ''),
    moduleOrder: unless(entry.moduleOrder, null),
    ...unclaimed(entry.rest, entry.id === null ? entryKeys : idEntryKeys),
  }
}

/** `null` tells a name of digits from an id (read-module-keys.ts). 1.3 writes numbers; a number holds not every id. */
function writeId({ key, id, rest }: ModuleEntry): Json | undefined {
  if (id === null) return isDecimalId(key) && ownValue(rest, 'id') === undefined ? null : undefined
  return Number.isSafeInteger(Number(id)) ? Number(id) : id
}

function writeMetadata({ metadata, rest }: ModuleEntry): Writing | undefined {
  const kept = ownValue(rest, 'metadata')
  const all = isJsonObject(kept) ? { ...metadata, ...kept } : metadata
  return Object.keys(all).length === 0 ? undefined : all
}

/** 1.3 knows a default for new modules only, so where the colour is drawn it must be there. */
function writeBannerColour({ banner, imageBackgroundColour, bannerColour }: ModuleEntry): Json | undefined {
  return banner === 'colour' || imageBackgroundColour ? bannerColour : unless(bannerColour, '#ffffff')
}
