/** The library over HTTP, from a request to a reply; its types are those of `hc<Api>(address)`. */

/** An unexpected error, as it is logged. */
export type { Fault } from './answer-fault.ts'
export { type Api, type AppParts, createApp } from './create-app.ts'
