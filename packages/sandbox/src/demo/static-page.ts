import { escapeAttribute, escapeText } from '../html/serialize.ts'
import type { SavedConfiguration, SavedModule } from './saved-configuration.ts'

/** A collection drawn once and for all, and the page that it includes. */
export interface StaticPage {
  readonly configuration: SavedConfiguration
  readonly collection: string
  /** Body of the collection's include page, `''` for none. */
  readonly includedBody: string
  /** Address of the course's modules page, with host. */
  readonly modulesUrl: string
}

/**
 * The body of an output page as 1.3 leaves it (collections-1.3 §4): cards with absolute links by module id,
 * which a course copy takes along as they are. That is why Claytons go stale.
 */
export function writeStaticPage({ configuration, collection, includedBody, modulesUrl }: StaticPage): string {
  const { includePage = '', includeAfter = false } = configuration.COLLECTIONS[collection] ?? {}
  const cards = Object.values(configuration.MODULES)
    .filter(module => module.collection === collection && (module.published || module.fyi))
    .toSorted((one, other) => one.moduleOrder - other.moduleOrder)
    .map(module => toCard(module, modulesUrl))
  const grid = `<div style="display: grid; gap: 1rem;">${cards.join('')}</div>`
  const included = `<div id="cc-${escapeAttribute(collection)}-includePage" class="cc-includePage">${includedBody}</div>`
  const parts = includePage === '' ? [grid] : includeAfter ? [grid, included] : [included, grid]
  const container = `<div id="cc-output-${escapeAttribute(collection.replaceAll(' ', '-'))}">${parts.join('')}</div>`
  return `${container}<div id="kl_custom_css">&nbsp;</div>`
}

function toCard({ id, name, image, altText = '', description, fyi, fyiText }: SavedModule, modulesUrl: string): string {
  const picture =
    image === ''
      ? ''
      : `<div class="cc-card-image"><img src="${escapeAttribute(image)}" alt="${escapeAttribute(altText)}"></div>`
  const title = fyi ? escapeText(name) : `<a href="${modulesUrl}#module_${id}">${escapeText(name)}</a>`
  const note = fyi ? `<p class="claytons-card-fyi">${fyiText}</p>` : ''
  const body = `<div class="claytons-card-body"><h3>${title}</h3>${description}${note}</div>`
  return `<div id="cc_module_${id}"><div id="cc_module_${id}" class="claytons-card">${picture}${body}</div></div>`
}
