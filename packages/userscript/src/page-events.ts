/** What features tell each other on one page. Anybody on it can say the same; nothing but a look or an opening follows. */
const WRITTEN = 'recourse:written'
const OPEN_IMPORT = 'recourse:open-import'
const OPEN_STATIC_PAGES = 'recourse:open-static-pages'

/** Something of this course was written by us: what was read of it is old. */
export function announceWrite(): void {
  document.dispatchEvent(new Event(WRITTEN))
}

export function onWritten(listener: () => void, signal: AbortSignal): void {
  document.addEventListener(WRITTEN, listener, { signal })
}

/** Asks for the import dialog, which also holds history, undo and what is kept for later. */
export function askForImportDialog(): void {
  document.dispatchEvent(new Event(OPEN_IMPORT))
}

export function onAskedForImportDialog(listener: () => void, signal: AbortSignal): void {
  document.addEventListener(OPEN_IMPORT, listener, { signal })
}

/** Asks for a look at the static pages, in the same dialog. */
export function askForStaticPages(): void {
  document.dispatchEvent(new Event(OPEN_STATIC_PAGES))
}

export function onAskedForStaticPages(listener: () => void, signal: AbortSignal): void {
  document.addEventListener(OPEN_STATIC_PAGES, listener, { signal })
}
