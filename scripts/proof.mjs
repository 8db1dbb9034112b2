// The long tier: `npm run proof [-- --seed N]`. Kills, fuzz and matrices; the seed is printed and can be given again.
import { runVitest, summarize } from './check.mjs'
import { runJourneys } from './journeys.mjs'
import { build, install } from './prepare.mjs'

const seedAt = process.argv.indexOf('--seed')
const seed = seedAt === -1 ? String(Date.now() % 2 ** 31) : process.argv[seedAt + 1]
if (!/^\d+$/.test(seed ?? '')) {
  console.error('--seed takes a whole number, as an earlier run printed it.')
  process.exit(1)
}
install()
build()
console.log(`seed ${seed} (to run exactly this again: npm run proof -- --seed ${seed})`)
summarize([
  runVitest('vitest.config.ts', { PROOF_SEED: seed }),
  runVitest('vitest.proof.config.ts', { PROOF_SEED: seed }),
  runJourneys('--workers=2'),
])
