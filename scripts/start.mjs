// `npm start` on a fresh clone: install, build, and show the library and the import at work on demo courses.
import { build, install } from './prepare.mjs'

install()
build()
const { startDemo } = await import('./start/start-demo.mjs')
await startDemo()
