import type { ImportFailure, ProceedOutcome } from '@recourse/canvas'
import { toFileId } from '@recourse/core'
import { describe, expect, it } from 'vitest'
import { failureExitCode } from '../cli/failure-exit-code.ts'
import type { Setting } from './describe-next.ts'
import { describeOutcome } from './describe-outcome.ts'
import { outcomeJson } from './outcome-json.ts'
import { cleanPlan, messyPlan } from './sample-plan.ts'

const courseUrl = 'https://canvas.example.edu/courses/42'
const setting: Setting = {
  program: 'recourse',
  platform: 'linux',
  courseUrl,
  access: ['--token-file', 't'],
  choices: [],
}
const done = { ok: true, revisionId: 8, previousRevisionId: 7, lengthCharacters: 12, copiedFiles: {} } as const
const version = {
  revisionId: 9,
  updatedAt: null,
  savedBy: 'Somebody',
  body: 'a secret of the page',
  reading: { ok: false, reason: 'broken', where: 'a secret of the page' },
} as const

const commands = (outcome: ProceedOutcome, plan = cleanPlan()) =>
  describeOutcome(outcome, plan, setting).sections.flatMap(section => section.commands ?? [])

describe('an import that was done', () => {
  it('says what it did, and how to take it back', () => {
    const sheet = describeOutcome(done, { ...messyPlan(), merge: null }, setting)
    expect(sheet.verdict.text).toBe('Imported: 4 modules, 3 entries kept for later and 1 image copied here.')
    expect(commands(done)).toEqual([
      { purpose: 'Take it back', command: `recourse canvas restore ${courseUrl} --token-file t --revision 7` },
    ])
  })

  it('says that it was done already, and offers nothing to take back', () => {
    const again = {
      ...done,
      previousRevisionId: null,
      copiedFiles: { x: { fileId: toFileId('1'), name: 'x', reused: true } },
    }
    expect(describeOutcome(again, cleanPlan(), setting).verdict.text).toMatch(/^Done already/)
    expect(commands(again)).toEqual([])
  })

  it('points at static pages that may still show last term', () => {
    const sheet = describeOutcome(done, messyPlan(), setting)
    expect(JSON.stringify(sheet.sections)).toContain('1 static page (Clayton) may still show last term')
  })
})

const failures: readonly (readonly [ImportFailure, number, string])[] = [
  [
    { ok: false, reason: 'conflict', text: 'T.', ours: version, others: [version], previousRevisionId: 7 },
    3,
    'history',
  ],
  [{ ok: false, reason: 'changed-meanwhile', text: 'T.', found: version }, 3, 'check'],
  [{ ok: false, reason: 'not-written', text: 'T.' }, 1, 'check'],
  [{ ok: false, reason: 'address-taken', text: 'T.' }, 3, 'check'],
  [{ ok: false, reason: 'image-not-copied', text: 'T.' }, 3, 'import'],
  [{ ok: false, reason: 'too-large', text: 'T.', length: 2, limit: 1, largest: [] }, 3, 'check'],
  [{ ok: false, reason: 'not-allowed-by-plan', text: 'T.', reasons: [] }, 3, 'check'],
]

describe('an import that was not done', () => {
  it.each(failures)('says so and what to do: %j', (failure, exitCode, command) => {
    expect(failureExitCode(failure)).toBe(exitCode)
    expect(describeOutcome(failure, cleanPlan(), setting).verdict).toMatchObject({
      tone: 'bad',
      text: expect.stringContaining('T.'),
    })
    expect(commands(failure)[0]?.command).toContain(`recourse canvas ${command} ${courseUrl}`)
  })

  it.each(failures)('names versions in data by number, without what they hold: %j', failure => {
    expect(JSON.stringify(outcomeJson(failure))).not.toContain('secret')
  })

  it('asks for somebody else where Canvas does not permit it', () => {
    const denied = { ok: false, reason: 'denied', text: 'T.' } as const
    expect(failureExitCode(denied)).toBe(1)
    expect(JSON.stringify(describeOutcome(denied, cleanPlan(), setting).sections)).toContain('Ask a teacher')
  })
})
