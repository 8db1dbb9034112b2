/** The door of the web server. It is loaded only by `recourse serve`. */
export { ListenError } from './listen.ts'
export { type Ready, serveLibrary } from './serve-library.ts'
export { parseServeSettings } from './serve-settings.ts'
