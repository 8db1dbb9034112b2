import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { run, tool } from './prepare.mjs'

/** The gates that are one command each; a gate counts as one test. */
const gates = [
  ['format and lint', tool('biome'), ['ci', '--colors=off', '.']],
  ['types, tests included', tool('tsc'), ['--project', 'tsconfig.json']],
  ['no unused file, export or dependency', tool('knip'), ['--no-progress']],
]

export function runChecks() {
  return gates.map(([name, command, args]) => {
    const isFine = run(command, args) === 0
    console.log(`${isFine ? 'ok  ' : 'FAIL'} ${name}`)
    return { passed: isFine ? 1 : 0, failed: isFine ? 0 : 1 }
  })
}

/** One run of vitest; its own report decides the counts, so that a crash never looks like a pass. */
export function runVitest(config, environment = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'recourse-test-'))
  const report = join(folder, 'report.json')
  const args = ['run', '--config', config, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const status = run(tool('vitest'), args, { env: { ...process.env, ...environment } })
  const counts = readCounts(report)
  rmSync(folder, { recursive: true, force: true })
  return status !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts
}

function readCounts(report) {
  try {
    const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, 'utf8'))
    return { passed: numPassedTests, failed: numFailedTests }
  } catch {
    return { passed: 0, failed: 1 }
  }
}

/** The closing line, and the exit code. */
export function summarize(results) {
  const sum = key => results.reduce((total, result) => total + result[key], 0)
  console.log(`${sum('passed')} passed, ${sum('failed')} failed`)
  process.exitCode = sum('failed') === 0 ? 0 : 1
}
