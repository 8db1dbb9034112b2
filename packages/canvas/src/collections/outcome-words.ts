import type { CopyingNow, EditLock } from '@recourse/core'

type Largest = readonly { readonly name: string; readonly length: number }[]

export function changedSourceWords(title: string): string {
  return `Page "${title}" was changed after the plan was drawn. Nothing was written. Look again.`
}

export function notAllowedWords(mayEdit: boolean): string {
  return mayEdit
    ? 'The plan needs a person: accept what stands in the way, or change it first.'
    : 'You may not change pages in this course. Ask a teacher of this course.'
}

export function tooLargeWords(length: number, limit: number, [first]: Largest): string {
  const most = first === undefined ? '' : ` Most of it is "${first.name}" (${first.length} characters).`
  return `The page would be ${length} characters long; Canvas takes ${limit}.${most} Nothing was written.`
}

export function conflictWords(isDeleted: boolean, savedBy: string | null): string {
  return isDeleted
    ? 'The page was deleted a moment after it was saved. Canvas keeps it under /undelete.'
    : `${savedBy ?? 'somebody else'} saved the page at the same moment. Look at both versions: keep one, or import again.`
}

export function notWrittenWords(cause: Error | null): string {
  return `The page is unchanged. ${cause?.message ?? 'Canvas answered as if it had saved the page.'}`
}

export function imageNotCopiedWords({ message }: Error): string {
  return `An image could not be copied. ${message} Nothing was written. Make room for files, or keep the link of that image.`
}

export function addressTakenWords(title: string): string {
  return `Page "${title}" is not where Collections looks, and Canvas keeps that address for another, deleted page. Restore that one under /undelete, then look again. Nothing was written.`
}

export function changedWords(isGone: boolean, savedBy: string | null): string {
  return isGone
    ? 'The page is gone: it was deleted or renamed after the plan was drawn. Nothing was written. Look again.'
    : `${savedBy ?? 'Somebody'} saved the page after the plan was drawn. Nothing was written. Look again.`
}

export function noVersionWords(isPageHere: boolean, revisionId: number): string {
  return isPageHere
    ? `The page has no version ${revisionId}. Its history names those it has.`
    : 'This course has no configuration page. Canvas keeps deleted pages under /undelete.'
}

export function notOursWords(savedBy: string | null): string {
  return `${savedBy ?? 'Somebody'} changed the page after the import. Restoring would take that away. Nothing was written.`
}

export function noPageWords(): string {
  return 'This course has no Canvas Collections configuration.'
}

export function notImportedWords(): string {
  return 'The configuration waits to be imported; the import takes care of what is kept.'
}

export function notPossibleWords(): string {
  return 'An entry or module is not there any more, or the module has settings of its own. Nothing was written.'
}

export function busyWords({ from, percent }: CopyingNow): string {
  return `Canvas is still copying ${from.name ?? 'another course'} into this course${inPercent(percent)}. Nothing was written.`
}

export function stillCopyingWords({ percent }: CopyingNow): string {
  return `Canvas is still copying into this course${inPercent(percent)}. Look again later.`
}

export function lockedWords({ userName, updatedAt }: EditLock): string {
  return `${userName ?? 'Somebody'} is editing the Collections of this course (since ${updatedAt}). Try again when they are done.`
}

function inPercent(percent: number | null): string {
  return percent === null ? '' : ` (${percent} %)`
}
