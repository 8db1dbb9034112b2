// `npm run bench`: the figures of "How good is good enough", as one JSON document on stdout. Without a browser CPU time,
// not wall time; every figure is the median of several runs in one process.
import { build, install } from './prepare.mjs'

install()
build()
const { benchDialog } = await import('./bench/dialog.mjs')
const { benchLibrary } = await import('./bench/library.mjs')
const { benchLive } = await import('./bench/live.mjs')
const { benchPlans } = await import('./bench/plans.mjs')
const { benchRequests } = await import('./bench/requests.mjs')

const results = {
  node: process.version,
  plans: benchPlans(),
  requests: await benchRequests(),
  dialog: await benchDialog(),
  live: await benchLive(),
  library: await benchLibrary(),
}
console.log(JSON.stringify(results, null, 2))
