/** Sentences of the command line for what became of a static page; the dialog has its own. */

export function writtenWords(isNew: boolean, isPublished: boolean): string {
  const what = isNew ? 'Made' : 'Written'
  return isPublished ? `${what}.` : `${what}. Students do not see it: it is not published.`
}

export function unchangedWords(doubt: string | null): string {
  return `The page is unchanged so far. ${doubt ?? 'Canvas answered as if it had saved it.'}`
}

export function goneSinceWords(): string {
  return 'The page was deleted a moment after it was saved. Canvas keeps it under /undelete.'
}

export function savedTwiceWords(name: string | undefined): string {
  return `${name || 'Somebody else'} saved the page at the same moment. Its history has both versions: look at them, then run again.`
}

export function meanwhileWords(isGone: boolean, name: string | undefined): string {
  return isGone
    ? 'The page is gone: it was deleted or renamed after it was read. Nothing was written.'
    : `${name || 'Somebody'} saved the page after it was read. Nothing was written.`
}

export function notReachedWords(): string {
  return 'Not written yet: run again.'
}

export function calledOffWords(): string {
  return 'Called off; it may have been written: run again, and it is seen.'
}

export function undoneWords(isDeleted: boolean): string {
  return isDeleted ? 'Deleted again.' : 'As it was before.'
}

export function changedSinceWords(): string {
  return 'Somebody saved the page since: it is left as it is.'
}
