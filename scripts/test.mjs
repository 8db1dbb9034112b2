// The fast tier: `npm test`. Installs what is missing, runs every gate, and ends with "N passed, N failed".
import { runChecks, runVitest, summarize } from './check.mjs'
import { runJourneys } from './journeys.mjs'
import { build, install } from './prepare.mjs'

install()
build()
summarize([...runChecks(), runVitest('vitest.config.ts'), runJourneys('import-dialog', 'size', '--project=legacy')])
