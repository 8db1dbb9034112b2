import type { Root } from 'xast'
import type { LeftOut } from './cartridge-course.ts'
import { CartridgeError } from './cartridge-error.ts'
import { framesAsLinks } from './frameset.ts'
import { toPathKey } from './link-paths.ts'
import { closeEmptyElements, isXhtml } from './xhtml.ts'

/** An HTML file, taken apart by the caller's parser. */
export interface HtmlDocument {
  readonly title: string
  /** `<meta name content>` by name. */
  readonly meta: ReadonlyMap<string, string>
  /** The inside of `<body>`, serialised. */
  readonly body: string
}

/** Core holds no parser: the door that has the archive brings them. */
export interface CartridgeParsers {
  /** Throws on broken XML. */
  readonly parseXml: (text: string) => Root
  readonly parseHtml: (text: string) => HtmlDocument
}

export interface CartridgeTexts {
  /** Every file of the archive, folders not; `/` between names. */
  readonly fileNames: readonly string[]
  /** Contents of (at least) the files that end in `.xml`, `.qti`, `.html`, `.htm` or `.xhtml`, by name. */
  readonly texts: ReadonlyMap<string, string>
}

/** The archive below the folder that holds its manifest, and a ledger of what has been read of it. */
export interface Archive {
  readonly names: readonly string[]
  readonly has: (name: string) => boolean
  /** The name in the archive that an address of the manifest means; `undefined` if there is none. */
  readonly find: (href: string) => string | undefined
  /** `undefined` if there is no such file; throws `CartridgeError` if its XML is broken. */
  readonly readXml: (name: string) => Root | undefined
  /** As `readXml`, for one thing among many: broken XML is accounted for, and the rest of the course still read. */
  readonly tryXml: (name: string) => Root | undefined
  readonly readHtml: (name: string) => HtmlDocument | undefined
  /** Notes that a file has been understood; what is never claimed is accounted for at the end. */
  readonly claim: (name: string) => void
  readonly isClaimed: (name: string) => boolean
  readonly leaveOut: (entry: LeftOut) => void
  readonly leftOut: readonly LeftOut[]
}

const manifestName = 'imsmanifest.xml'

/** Throws `CartridgeError` for an archive without a manifest. */
export function openArchive({ fileNames, texts }: CartridgeTexts, parsers: CartridgeParsers): Archive {
  const root = findRoot(fileNames)
  const names = fileNames.flatMap(name => (name.startsWith(root) ? name.slice(root.length) : []))
  const known = new Set(names)
  const claimed = new Set<string>()
  const leftOut: LeftOut[] = []
  const parse = <Tree>(name: string, parser: (text: string) => Tree): Tree | undefined => {
    const text = texts.get(root + name)
    if (text === undefined) return undefined
    claimed.add(name)
    return parser(text.replace(/^\ufeff/, ''))
  }
  const readXml = remember(name => parse(name, text => parseOrThrow(name, () => parsers.parseXml(text))))
  return {
    names,
    leftOut,
    has: name => known.has(name),
    readXml,
    find: finder(names),
    tryXml: remember(name => orLeaveOut(name, readXml, leftOut)),
    readHtml: name => parse(name, text => readDocument(name, text, parsers)),
    claim: name => claimed.add(name),
    isClaimed: name => claimed.has(name),
    leaveOut: entry => leftOut.push(entry),
  }
}

function readDocument(name: string, text: string, { parseHtml }: CartridgeParsers): HtmlDocument {
  const html = isXhtml(name, text) ? closeEmptyElements(text) : text
  const document = parseHtml(html)
  const links = document.body === '' ? framesAsLinks(html) : undefined
  return links === undefined ? document : parseHtml(links)
}

/** Several readers look at the same file. */
function remember<Tree>(read: (name: string) => Tree | undefined): (name: string) => Tree | undefined {
  const known = new Map<string, Tree | undefined>()
  return name => {
    if (known.has(name)) return known.get(name)
    const tree = read(name)
    known.set(name, tree)
    return tree
  }
}

function orLeaveOut(name: string, readXml: Archive['readXml'], leftOut: LeftOut[]): Root | undefined {
  try {
    return readXml(name)
  } catch (error) {
    if (!(error instanceof CartridgeError)) throw error
    leftOut.push({ identifier: null, type: null, href: name, why: 'Its XML is broken.' })
    return undefined
  }
}

/** Some tools zip the folder instead of what is in it. */
function findRoot(names: readonly string[]): string {
  const manifests = names.filter(name => name === manifestName || name.endsWith(`/${manifestName}`))
  const [first] = manifests.toSorted((one, other) => one.length - other.length)
  if (first !== undefined) return first.slice(0, -manifestName.length)
  throw new CartridgeError(
    'no-manifest',
    manifestName,
    `This archive is no Common Cartridge: it has no ${manifestName}.`,
  )
}

function parseOrThrow<Tree>(name: string, parse: () => Tree): Tree {
  try {
    return parse()
  } catch (cause) {
    throw new CartridgeError('broken-xml', name, `The cartridge cannot be read: the XML of ${name} is broken.`, {
      cause,
    })
  }
}

/** Addresses may be percent-encoded, written with backslashes, in another case or another Unicode form than the archive's names. */
function finder(names: readonly string[]): Archive['find'] {
  const exact = new Set(names)
  const byKey = new Map(names.map(name => [toPathKey(name), name]))
  return href => {
    const spellings = [href, href.replaceAll('\\', '/').replace(/^(?:\.?\/)+/, '')]
    const candidates = spellings.flatMap(spelling => [spelling, decode(spelling)])
    return candidates.find(name => exact.has(name)) ?? byKey.get(toPathKey(candidates.at(-1) ?? ''))
  }
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
