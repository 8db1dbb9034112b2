import { readActivities } from './activities.ts'
import { type Archive, type CartridgeParsers, type CartridgeTexts, openArchive } from './archive.ts'
import { readAssignmentGroups } from './assignment-groups.ts'
import type { CartridgeCourse, CartridgeFile, CartridgeModule } from './cartridge-course.ts'
import { readCanvasFiles, readFileMeta, readWebFiles } from './files.ts'
import { accountForRest } from './left-out.ts'
import { findLinkedFiles } from './linked-files.ts'
import { type Manifest, readManifest } from './manifest.ts'
import { readModuleMeta } from './module-meta.ts'
import { type Content, readOrganization } from './organization.ts'
import { withOwnIdentifiers } from './own-identifiers.ts'
import { readWebPages, readWikiPages } from './pages.ts'
import { readSettings, readSource, readSyllabus } from './settings.ts'
import { readExternalTools, readWebLinks } from './web-links.ts'

/**
 * The course a Common Cartridge (1.0 to 1.3) or a Canvas export holds. Throws `CartridgeError` without a manifest or on broken XML;
 * what is there but not understood is in `leftOut`.
 */
export function readCartridge(cartridge: CartridgeTexts, parsers: CartridgeParsers): CartridgeCourse {
  const archive = openArchive(cartridge, parsers)
  const manifest = readManifest(archive)
  const { isCanvasExport } = manifest
  const content = readContent(archive, manifest, isCanvasExport)
  const modules = readModules(archive, manifest, content)
  const settings = readSettings(archive)
  const course = {
    title: settings?.get('title') ?? manifest.title,
    version: manifest.version,
    isCanvasExport,
    source: readSource(archive),
    settings,
    syllabusBody: readSyllabus(archive),
    modules: withOwnIdentifiers(withoutAliases(modules, content.files), identifiersOf(content)),
    assignmentGroups: readAssignmentGroups(archive),
    ...content,
  }
  accountForRest(archive, manifest)
  return { ...course, leftOut: archive.leftOut }
}

function identifiersOf({ pages, files, activities, webLinks, externalTools }: ContentParts): ReadonlySet<string> {
  const things = [...pages, ...files, ...activities, ...webLinks, ...externalTools]
  return new Set(things.map(({ identifier }) => identifier))
}

type ContentParts = Pick<CartridgeCourse, 'pages' | 'folders' | 'files' | 'activities' | 'webLinks' | 'externalTools'>

/** Files come last: in a plain cartridge they are what nothing else has claimed. */
function readContent(archive: Archive, manifest: Manifest, isCanvasExport: boolean): ContentParts {
  const meta = readFileMeta(archive)
  const activities = readActivities(archive, manifest)
  const webLinks = readWebLinks(archive, manifest)
  const externalTools = readExternalTools(archive, manifest)
  const pages = isCanvasExport ? readWikiPages(archive, manifest) : readWebPages(archive, manifest)
  const files = isCanvasExport
    ? readCanvasFiles(archive, manifest, meta)
    : readWebFiles(archive, manifest, meta, findLinkedFiles(archive, pages, activities))
  return { pages, folders: meta.folders, files, activities, webLinks, externalTools }
}

function readModules(archive: Archive, manifest: Manifest, content: ContentParts): CartridgeModule[] {
  const byIdentifier = indexContent(content)
  return readModuleMeta(archive) ?? readOrganization(archive, manifest, identifier => byIdentifier.get(identifier))
}

const activityTypes = {
  assignment: 'Assignment',
  discussion_topic: 'Discussion',
  announcement: 'Discussion',
  quiz: 'Quiz',
} as const

function indexContent({
  pages,
  files,
  activities,
  webLinks,
  externalTools,
}: ContentParts): ReadonlyMap<string, Content> {
  return new Map<string, Content>([
    ...files.flatMap(file =>
      [file.identifier, ...file.aliases].map(
        identifier =>
          [
            identifier,
            { type: 'File', contentIdentifier: file.identifier, url: null, title: file.displayName },
          ] as const,
      ),
    ),
    ...pages.map(({ identifier, title }) => [identifier, contentOf('Page', identifier, title)] as const),
    ...activities.map(
      ({ kind, identifier, title }) => [identifier, contentOf(activityTypes[kind], identifier, title)] as const,
    ),
    ...webLinks.map(
      ({ identifier, title, url }) =>
        [identifier, { type: 'ExternalUrl', contentIdentifier: null, url, title }] as const,
    ),
    ...externalTools.map(
      ({ identifier, title, url }) => [identifier, { ...contentOf('ExternalTool', identifier, title), url }] as const,
    ),
  ])
}

function contentOf(type: Content['type'], contentIdentifier: string, title: string): Content {
  return { type, contentIdentifier, url: null, title }
}

/** A file that the manifest names several times is one file: items speak of it by its first identifier. */
function withoutAliases(modules: readonly CartridgeModule[], files: readonly CartridgeFile[]): CartridgeModule[] {
  const canonical = new Map(files.flatMap(file => file.aliases.map(alias => [alias, file.identifier] as const)))
  return modules.map(module => ({
    ...module,
    items: module.items.map(item => ({
      ...item,
      contentIdentifier: canonical.get(item.contentIdentifier ?? '') ?? item.contentIdentifier,
    })),
  }))
}
