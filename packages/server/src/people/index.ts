/** What the command line does with people. It is loaded only by `recourse people`. */
export { withDatabase } from '../database/index.ts'
export { parseServeSettings } from '../serve/serve-settings.ts'
export { findPersonByEmail } from '../sign-in/find-person.ts'
export { makeResetLink } from './make-reset-link.ts'
