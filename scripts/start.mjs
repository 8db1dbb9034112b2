// `npm start` on a fresh clone: install, build, and show the import at work on courses that were just copied.
import { build, install } from './prepare.mjs'

install()
build()
const { startDemo } = await import('./start-demo.mjs')
await startDemo()
