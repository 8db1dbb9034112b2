import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { run, tool } from './prepare.mjs'

const places = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/**
 * Journeys in a real browser: all of them, or those of the files named. Where there is no Chromium it is installed by
 * the system's package manager if that may be; where it may not, the journeys are left out, saying so.
 */
export function runJourneys(...files) {
  const chromium = prepareChromium()
  if (chromium === undefined) {
    console.log('left out: the journeys need Chromium. Install it, or name it in the variable CHROMIUM.')
    return { passed: 0, failed: 0 }
  }
  const folder = mkdtempSync(join(tmpdir(), 'recourse-journeys-'))
  const report = join(folder, 'report.json')
  const env = { ...process.env, CHROMIUM: chromium, PLAYWRIGHT_JSON_OUTPUT_NAME: report }
  const args = ['test', '--config', 'e2e/playwright.config.ts', '--reporter=list,json', ...files]
  const status = run(tool('playwright'), args, { env })
  const counts = readCounts(report)
  rmSync(folder, { recursive: true, force: true })
  return status !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts
}

/** Path of a Chromium, found or installed; nothing where there is none and none may be installed. */
export function prepareChromium() {
  return findChromium() ?? installChromium()
}

function findChromium() {
  return places.find(place => place !== undefined && existsSync(place))
}

function installChromium() {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return undefined
  console.error('Installing Chromium for the journeys (once) …')
  const options = {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    stdio: ['ignore', 'ignore', 'inherit'],
  }
  run('apt-get', ['update', '-qq'], options)
  run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], options)
  return findChromium()
}

function readCounts(report) {
  try {
    const { expected, unexpected, flaky } = JSON.parse(readFileSync(report, 'utf8')).stats
    return { passed: expected + flaky, failed: unexpected }
  } catch {
    return { passed: 0, failed: 1 }
  }
}
