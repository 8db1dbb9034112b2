import { type DefaultTreeAdapterMap, defaultTreeAdapter, html as htmlNames, parseFragment } from 'parse5'
import { escapeText } from '../html/serialize.ts'
import { textOf } from '../html/tree.ts'
import type { SavedConfiguration, SavedModule } from './saved-configuration.ts'

export const COLLECTIONS_TITLE = 'Canvas Collections Configuration'

/** Where a configuration page stands, and what its writer would have seen of it. */
export interface SavedPage {
  readonly courseId: string
  /** By which pictures of the course are told from others; 1.3 knows no ports, a sandbox has one. */
  readonly host: string
  /** As the browser of whoever saved it wrote the time. */
  readonly savedAt: string
}

/** The body of a configuration page as 1.3 sends it to Canvas (collections-1.3 §2.1, §2.2). */
export function writeSavedPage(configuration: SavedConfiguration, page: SavedPage): string {
  const images = Object.entries(configuration.MODULES).filter(([, { image }]) => isListed(image, page))
  return `<div class="cc-config-explanation">
<div style="float: left; padding: 0.5em;"><figure><img src="https://collections.example/logo.png" alt="Canvas Collections" width="120" height="68"><figcaption>Canvas Collections</figcaption></figure></div>
<div>
<h3>Canvas Collections configuration</h3>
<p>This page holds the settings of Canvas Collections for this course. Please do not edit it by hand (<a href="https://collections.example/docs/">documentation</a>).</p>
<p>saved at ${page.savedAt}</p>
</div>
</div>
<p style="clear: both;"></p>
<div class="cc_json" style="display: none;">${JSON.stringify(encodeModules(configuration))}</div>
<div class="cc-card-images" id="cc-course-${page.courseId}" style="display: none;">${images.map(([id, { image }]) => toImage(id, image)).join('')}</div>`
}

/** Pictures elsewhere, and those inside texts, are not listed (collections-1.3 §2.6). */
function isListed(image: string, { courseId, host }: SavedPage): boolean {
  return image.includes(`${host}/courses/${courseId}/files/`) || image.includes(`${host}/files/`)
}

function toImage(moduleId: string, image: string): string {
  return `<img id="cc-moduleImage-${moduleId}" class="cc-moduleImage" src="${image}">`
}

function encodeModules(configuration: SavedConfiguration): SavedConfiguration {
  const modules = Object.entries(configuration.MODULES).map(([id, module]) => [id, encodeModule(module)] as const)
  return { ...configuration, MODULES: Object.fromEntries(modules) }
}

/** Everything else goes into the page as it is. */
function encodeModule(module: SavedModule): SavedModule {
  const metadata = Object.entries(module.metadata).map(([name, value]) => [name, encode(value)] as const)
  return {
    ...module,
    name: encode(module.name),
    description: encode(module.description),
    collection: encode(module.collection),
    metadata: Object.fromEntries(metadata),
    iframe: encode(module.iframe),
  }
}

/** Through a `textarea`, as 1.3 does it: entities are decoded once, then `& < >` and the no-break space encoded. */
function encode(text: string): string {
  const textarea = defaultTreeAdapter.createElement('textarea', htmlNames.NS.HTML, [])
  return escapeText(textOf(parseFragment<DefaultTreeAdapterMap>(textarea, text, {})))
}
