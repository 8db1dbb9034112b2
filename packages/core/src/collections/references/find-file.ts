import type { CourseId } from '../../ids.ts'
import type { CourseFile, ImportFacts, OtherFile } from '../import/import-facts.ts'
import type { ImageRow } from '../import/plan-rows.ts'
import type { ChainFrom, CopyChain } from '../matching/copy-chain.ts'
import type { CollectionsPage } from '../page/page-reading.ts'
import { type CanvasLink, findCanvasLink, type LeakedToken } from './canvas-url.ts'
import { elsewhereWords, hereWords, type NotFound, notFoundWords } from './file-words.ts'
import { type FindMigrated, migratedFinder } from './find-migrated.ts'
import { type FindByPath, fileFinder, type PackageFile } from './package-file.ts'
import { fileReferenceKey, type Reference } from './references.ts'

/** What the files of a configuration are judged by. */
export interface FileQuestion {
  readonly facts: ImportFacts
  readonly page: CollectionsPage
  readonly chain: CopyChain
  readonly chainFrom: ChainFrom
}

/** What a file reference is now, before it is known what to do about it. */
export interface Finding {
  readonly verdict: ImageRow['verdict']
  readonly evidence: ImageRow['evidence']
  readonly file: CourseFile | null
  readonly text: string
}

type FileLink = CanvasLink & { readonly kind: 'file' }

/** The same, ready to be looked up. */
export interface FileIndex extends FileQuestion {
  readonly here: ReadonlyMap<string, CourseFile>
  readonly findByPlace: (file: CourseFile) => CourseFile | undefined
  readonly other: ReadonlyMap<string, OtherFile['found']>
  /** Entry key → file that Canvas put into `div.cc-card-images` of the copy. */
  readonly findListed: (key: string) => string | undefined
  readonly findMigrated: FindMigrated
  readonly findByPath: FindByPath
  /** This Canvas, as `CanvasLink` writes it. */
  readonly origin: string
}

export function indexFiles(question: FileQuestion): FileIndex {
  const { facts, page, chainFrom } = question
  const files = facts.files ?? []
  return {
    ...question,
    here: new Map(files.map(file => [file.id, file])),
    findByPlace: placeFinder(files),
    other: new Map(facts.otherFiles.map(({ key, found }) => [key, found])),
    findListed: listedFinder(page.images, facts.course.id),
    findMigrated: migratedFinder(facts.records, facts.course.id, chainFrom),
    findByPath: fileFinder(files),
    origin: facts.origin.toLowerCase(),
  }
}

/** Sorted by place when first asked for: most configurations never ask. */
function placeFinder(files: readonly CourseFile[]): FileIndex['findByPlace'] {
  let byPlace: ReadonlyMap<string, CourseFile> | undefined
  return file => {
    byPlace ??= new Map(files.map(one => [placeOf(one), one]))
    return byPlace.get(placeOf(file))
  }
}

function placeOf({ folderPath, name }: CourseFile): string {
  return JSON.stringify([folderPath, name.normalize()])
}

/** Read when first asked for: where Canvas's record tells, nobody asks. */
function listedFinder(images: CollectionsPage['images'], here: CourseId): FileIndex['findListed'] {
  let byEntry: ReadonlyMap<string, string> | undefined
  return key => {
    byEntry ??= listedFiles(images, here)
    return byEntry.get(key)
  }
}

function listedFiles(images: CollectionsPage['images'], here: CourseId): ReadonlyMap<string, string> {
  const files = new Map<string, string>()
  for (const { moduleKey, src } of images) {
    const link = findCanvasLink(src)
    if (link?.kind === 'file' && link.courseId === here) files.set(moduleKey, link.ref)
  }
  return files
}

/** What a file reference is now; `undefined` for a link that is no picture and leads to no file. */
export function findFile(reference: Reference, files: FileIndex): Finding | undefined {
  const { packed, token, link } = reference
  if (packed !== undefined) return findPacked(packed, reference, files)
  if (token !== undefined) return token.kind === 'file' ? findByToken(token, reference, files) : undefined
  if (link !== undefined && isFileLink(link))
    return isOurs(link, files) ? findOnCanvas(link, reference, files) : findOnStrangeHost(reference, files)
  if (link !== undefined || !reference.isPicture) return undefined
  return notFound(isOnTheWeb(reference.url) ? 'web' : 'no-address')
}

function isFileLink(link: CanvasLink): link is FileLink {
  return link.kind === 'file'
}

function isOnTheWeb(url: string): boolean {
  return /^(?:https?:)?\/\//i.test(url.trim())
}

/** The same Canvas answers under several hosts (vanity, beta, test): known numbers under a strange host are ours. */
function isOurs(link: FileLink, files: FileIndex): boolean {
  const { courseId, ref } = link
  const { facts, here, chainFrom } = files
  if (isSameOrigin(link, files)) return true
  if (courseId === facts.course.id) return here.has(ref)
  return courseId !== null && chainFrom(courseId).assets?.files.has(ref) === true
}

/** Canvas rewrites links of any host (canvas-api §3.1): what it made of one tells more than the host. */
function findOnStrangeHost(reference: Reference, files: FileIndex): Finding {
  const rewritten = findRewritten(reference, files)
  return rewritten === undefined ? notFound('web') : moved(rewritten, 'rewritten')
}

function findOnCanvas(link: FileLink, reference: Reference, files: FileIndex): Finding {
  const isHere = link.courseId === files.facts.course.id || link.courseId === null
  const file = isHere ? files.here.get(link.ref) : undefined
  if (file !== undefined) return isSameOrigin(link, files) ? found(file, 'here', null) : moved(file, 'other-host')
  return (
    findMoved(link, reference, files) ??
    findElsewhere(files.other.get(fileReferenceKey(link.courseId, link.ref)), files)
  )
}

function isSameOrigin({ origin }: FileLink, files: FileIndex): boolean {
  return origin === '' || origin === files.origin
}

function findMoved(link: FileLink, reference: Reference, files: FileIndex): Finding | undefined {
  const { courseId, ref } = link
  const { assets } = courseId === null ? files.chain : files.chainFrom(courseId)
  const copied = files.here.get(assets?.files.get(ref) ?? '')
  if (copied !== undefined) return moved(copied, 'copied')
  const rewritten = findRewritten(reference, files)
  if (rewritten !== undefined) return moved(rewritten, 'rewritten')
  const read = files.other.get(fileReferenceKey(courseId, ref))
  if (read?.ok !== true) return undefined
  const replacement = files.here.get(read.file.id)
  if (replacement !== undefined) return moved(replacement, 'replaced')
  const namesake = read.file.folderPath === null ? undefined : files.findByPlace(read.file)
  return namesake === undefined ? undefined : moved(namesake, 'same-folder-and-name')
}

function findRewritten({ key, field }: Reference, { findListed, here }: FileIndex): CourseFile | undefined {
  return field === 'image' ? here.get(findListed(key) ?? '') : undefined
}

function findByToken({ migrationId }: LeakedToken, reference: Reference, files: FileIndex): Finding {
  const migrated = files.findMigrated(migrationId)
  return findLeftOver(migrated?.kind === 'files' ? files.here.get(migrated.id) : undefined, reference, files)
}

function findPacked({ path }: PackageFile, reference: Reference, files: FileIndex): Finding {
  return findLeftOver(files.findByPath(path), reference, files)
}

/** By what the token says; else by the link that Canvas did rewrite. */
function findLeftOver(byToken: CourseFile | undefined, reference: Reference, files: FileIndex): Finding {
  if (byToken !== undefined) return moved(byToken, 'token')
  const rewritten = findRewritten(reference, files)
  if (rewritten !== undefined) return moved(rewritten, 'rewritten')
  return notFound('left-over')
}

function findElsewhere(other: OtherFile['found'] | undefined, { facts }: FileIndex): Finding {
  if (other === undefined) return notFound('not-asked')
  if (!other.ok) return notFound(other.reason)
  const source = facts.sources.find(({ courseId }) => courseId === other.courseId)
  const text = elsewhereWords(other.courseId, source?.code ?? null)
  return { verdict: 'elsewhere', evidence: null, file: other.file, text }
}

function moved(file: CourseFile, evidence: ImageRow['evidence']): Finding {
  return found(file, 'moved', evidence)
}

function found(file: CourseFile, verdict: 'here' | 'moved', evidence: ImageRow['evidence']): Finding {
  const { hiddenBecause } = file
  const text = hereWords(evidence, hiddenBecause)
  return { verdict: hiddenBecause === null ? verdict : 'hidden', evidence, file, text }
}

function notFound(why: NotFound): Finding {
  const isGone = why === 'missing' || why === 'left-over'
  const verdict = why === 'web' ? 'web' : isGone ? 'missing' : 'unknown'
  return { verdict, evidence: null, file: null, text: notFoundWords(why) }
}
