import { type CartridgeParsers, openArchive } from '../cartridge/archive.ts'
import { readManifest } from '../cartridge/manifest.ts'

export interface ManifestText {
  readonly fileNames: readonly string[]
  readonly text: string
  /** Name of the folder that holds the manifest, with its `/`; `''` at the top. */
  readonly folder: string
}

const textName = /\.(?:xml|qti|x?html?)$/i
const xmlName = /\.(?:xml|qti)$/i

export interface CartridgeSurvey {
  readonly texts: readonly string[]
  /** Names, below the folder, of files that stand for another one, which is read instead (CC 1.3, variants). */
  readonly fallbacks: readonly string[]
}

/**
 * Names of the files that a cartridge is read from as text. Every other one is bytes, whatever its name: what somebody
 * uploaded to Canvas, and XML that the manifest does not name or names as web content. Throws as `readCartridge`.
 */
export function surveyCartridge({ fileNames, text, folder }: ManifestText, parsers: CartridgeParsers): CartridgeSurvey {
  const archive = openArchive({ fileNames, texts: new Map([[`${folder}imsmanifest.xml`, text]]) }, parsers)
  const { resources, isCanvasExport } = readManifest(archive)
  const told = resources.filter(({ type }) => type !== 'webcontent').flatMap(({ href, files }) => [href, ...files])
  const known = new Set(told)
  const isText = (name: string): boolean => {
    if (!textName.test(name) || (isCanvasExport && name.startsWith('web_resources/'))) return false
    // Canvas finds these by their names alone.
    const isCanvas = /^(?:course_settings|non_cc_assessments)\/|^imsmanifest\.xml$/.test(name)
    return !xmlName.test(name) || isCanvas || known.has(name)
  }
  const fallbacks = resources.flatMap(({ preferred, files }) => (preferred === null ? [] : files.filter(archive.has)))
  return { texts: archive.names.filter(isText).map(name => folder + name), fallbacks: [...new Set(fallbacks)] }
}
