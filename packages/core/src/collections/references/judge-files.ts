import { type CourseId, toFileId } from '../../ids.ts'
import type { ImportChoices } from '../import/import-choices.ts'
import type { ImageRow } from '../import/plan-rows.ts'
import { withoutPersonalParameters } from '../page/page-personal-parameters.ts'
import type { Address } from './address.ts'
import { formatCanvasLink, withoutPersonal } from './canvas-url.ts'
import { type FileIndex, type Finding, findFile } from './find-file.ts'
import type { Reference } from './references.ts'

/** The verdict on every picture and every link to a file, in the order of the references (design *References*). */
export function judgeFiles(
  references: readonly Reference[],
  files: FileIndex,
  choice: ImportChoices['images'],
): readonly ImageRow[] {
  const rows: ImageRow[] = []
  for (const reference of references) {
    const found = findFile(reference, files)
    if (found !== undefined) rows.push(toRow(reference, found, toNewUrl(reference, found, files), choice))
  }
  return rows
}

/** What a file's address becomes, if it stays; `undefined` for a link that is no picture and leads to no file. */
export function newFileUrl(reference: Reference, files: FileIndex): string | undefined {
  const found = findFile(reference, files)
  return found === undefined ? undefined : toNewUrl(reference, found, files)
}

function toNewUrl(address: Address, { verdict, file }: Finding, { facts }: FileIndex): string {
  const isHere = verdict === 'here' || verdict === 'moved' || verdict === 'hidden'
  return isHere && file !== null ? urlHere(address, file.id, facts) : urlKept(address)
}

function toRow(reference: Reference, found: Finding, newUrl: string, choice: ImportChoices['images']): ImageRow {
  const act = actOn(found, reference, newUrl, choice)
  return {
    key: reference.key,
    moduleName: reference.moduleName,
    field: reference.field,
    url: reference.url,
    verdict: found.verdict,
    evidence: found.evidence,
    newUrl: act === 'drop' ? '' : newUrl,
    fileId: found.file?.id ?? null,
    fileName: found.file?.name ?? null,
    sizeBytes: found.file?.sizeBytes ?? null,
    contentType: found.file?.contentType ?? null,
    thumbnailUrl: found.file?.thumbnailUrl ?? null,
    text: found.text,
    act,
  }
}

/** The web keeps its addresses to the letter: an image may need its `token`; only Canvas's are a person's (design *References*). */
function urlKept({ url, link, token, packed }: Address): string {
  const isOfCanvas = link !== undefined || token !== undefined || packed !== undefined
  return isOfCanvas ? withoutPersonal(url) : withoutPersonalParameters(url)
}

function actOn(found: Finding, { url }: Reference, newUrl: string, choice: ImportChoices['images']): ImageRow['act'] {
  if (found.verdict === 'elsewhere' && choice === 'copy') return 'copy'
  if ((found.verdict === 'elsewhere' || found.verdict === 'missing') && choice === 'drop') return 'drop'
  return newUrl === url ? 'none' : 'relink'
}

/** Where a file is linked from. */
export interface Place {
  readonly origin: string
  readonly course: { readonly id: CourseId }
}

/** The link to a file of this course, ending as the old one did (`/download`, `/preview`). */
export function urlHere({ url, link, token, packed }: Address, fileId: string, { origin, course }: Place): string {
  if (
    link?.courseId === course.id &&
    link.ref === fileId &&
    (link.origin === '' || link.origin === origin.toLowerCase())
  )
    return withoutPersonal(url)
  if (link?.courseId === null && link.ref === fileId) return withoutPersonal(url)
  const rest = link?.rest ?? token?.rest ?? packed?.rest ?? ''
  return formatCanvasLink({
    origin,
    courseId: course.id,
    kind: 'file',
    ref: toFileId(fileId),
    rest: rest === '' ? '/download' : rest,
  })
}
