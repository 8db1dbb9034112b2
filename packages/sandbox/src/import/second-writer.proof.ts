import { canonicalSlug, canonicalTitle } from '@recourse/core'
import { describe, expect, it } from 'vitest'
import {
  type Attempt,
  attempt,
  type Case,
  caseOf,
  finishImport,
  isOwn,
  lockTexts,
  type Place,
  pageRow,
  placesOf,
  readStored,
  setDemoStage,
  wordOf,
} from './demo-stage.fixture.ts'
import { MARK, mark, type SecondWriter, secondWriter, sourceOf, THEIR_LOCK } from './second-writer.fixture.ts'

const stage = await setDemoStage()
const subjects = [caseOf(stage, 'clean'), caseOf(stage, 'messy')]
const places: readonly Place[] = (await Promise.all(subjects.map(placesOf))).flat()
const title = 'before $course/$place $request'

interface Disturbed {
  readonly made: Attempt
  /** The import looked at the page after they had acted. */
  readonly isSeen: boolean
}

async function disturb({ subject, place }: Place, act: (they: SecondWriter) => Promise<void>): Promise<Disturbed> {
  const { faults } = stage.bench.sandbox
  faults.before(place, () => act(secondWriter(subject)))
  const made = await attempt(subject)
  const after = faults.log.slice(place - 1)
  const isSeen = after.some(
    ({ method, path, status }) =>
      method === 'GET' && path.endsWith('/pages/canvas-collections-configuration') && status !== null,
  )
  return { made, isSeen }
}

function conflictHolds(made: Attempt, found: (text: string) => boolean): boolean {
  if (made.kind !== 'outcome' || made.outcome.ok || made.outcome.reason !== 'conflict') return false
  return made.outcome.others.some(({ reading }) => found(JSON.stringify(reading)))
}

function isClaimed(made: Attempt): boolean {
  return made.kind === 'outcome' && made.outcome.ok
}

/** Done is only what stands on the page when the import looked last. */
async function findFalseClaim(subject: Case, { made, isSeen }: Disturbed): Promise<readonly string[]> {
  const isThere = isOwn(subject, await readStored(subject)) && pageRow(subject)?.state !== 'deleted'
  return isClaimed(made) && isSeen && !isThere ? ['said to be done, and is not'] : []
}

function isMarked(subject: Case): boolean {
  return pageRow(subject)?.body?.includes(MARK) === true
}

describe('somebody who saves the page', () => {
  it.each(places)(`is never overwritten unnoticed: ${title}`, async at => {
    stage.reset()
    const done = await disturb(at, async they => they.save(mark(await they.readBody())))
    expect(await findFalseClaim(at.subject, done)).toEqual([])
    const isNamed = conflictHolds(done.made, text => text.includes(MARK))
    if (!isNamed) expect(isMarked(at.subject)).toBe(true)
    expect(lockTexts(at.subject)).toEqual([])
    expect(await finishImport(at.subject)).toEqual([])
    if (!isNamed) expect(isMarked(at.subject)).toBe(true)
  })

  it.each(places)(`as it was before the import began, is noticed or on top: ${title}`, async at => {
    stage.reset()
    const old = mark(await secondWriter(at.subject).readBody())
    const done = await disturb(at, they => they.save(old))
    expect(await findFalseClaim(at.subject, done)).toEqual([])
    const isNamed = conflictHolds(done.made, text => text.includes(MARK))
    if (!isNamed) expect(isMarked(at.subject)).toBe(true)
    expect(await finishImport(at.subject)).toEqual([])
    if (!isNamed) expect(isMarked(at.subject)).toBe(true)
  })

  it.each(places)(`is noticed when it is the version from before the import that they restore: ${title}`, async at => {
    stage.reset()
    const done = await disturb(at, they => they.restoreFirst())
    expect(await findFalseClaim(at.subject, done)).toEqual([])
    expect(await finishImport(at.subject)).toEqual([])
  })
})

describe('somebody who deletes the page', () => {
  it.each(places)(`has it deleted, and is told of: ${title}`, async at => {
    stage.reset()
    const row = pageRow(at.subject)
    const done = await disturb(at, they => they.deletePage())
    expect(row?.state).toBe('deleted')
    expect(await findFalseClaim(at.subject, done)).toEqual([])
    expect(lockTexts(at.subject)).toEqual([])
    if (row !== undefined) row.state = 'active'
    expect(await finishImport(at.subject)).toEqual([])
  })
})

/** A plan drawn after the page was renamed says that it goes back to where Collections looks. */
function saysItMoves(made: Attempt): boolean {
  return made.kind === 'outcome' && made.plan.page.slug !== canonicalSlug
}

describe('somebody who renames the page', () => {
  it.each(places)(`has their title kept, named as a conflict, or changed as the plan said: ${title}`, async at => {
    stage.reset()
    const row = pageRow(at.subject)
    const theirs = 'Canvas Collections Configuration of last year'
    const { made } = await disturb(at, they => they.renamePage(theirs))
    if (wordOf(made) !== 'conflict') expect(row?.title).toBe(saysItMoves(made) ? canonicalTitle : theirs)
    expect(lockTexts(at.subject)).toEqual([])
    expect(await finishImport(at.subject)).toEqual([])
  })
})

describe('somebody who hides the page from students', () => {
  it.each(places)(`has it hidden, and nothing else changes: ${title}`, async at => {
    stage.reset()
    const { made } = await disturb(at, they => they.publish(false))
    expect(pageRow(at.subject)?.state).toBe('unpublished')
    expect(wordOf(made)).toBe('done')
    expect(await finishImport(at.subject)).toEqual([])
  })
})

describe('somebody who begins to edit', () => {
  /** Canvas has no conditional write: between our look at the lock and our own request nobody can tell. */
  const isBlind = ({ request }: Place) => /^PUT .*editing$|^DELETE /.test(request)

  it.each(places.filter(place => !isBlind(place)))(`keeps their lock: ${title}`, async at => {
    stage.reset()
    const done = await disturb(at, they => they.takeLock())
    expect(lockTexts(at.subject).map(text => text.trim())).toEqual([THEIR_LOCK])
    expect(await findFalseClaim(at.subject, done)).toEqual([])
    expect(wordOf(done.made)).toMatch(/^(done|locked|not-allowed-by-plan)$/)
  })
})

describe('somebody who copies the source course in again', () => {
  it.each(places)(`is waited for, or told of by the next run: ${title}`, async at => {
    stage.reset()
    const done = await disturb(at, they => they.startCopy(sourceOf(at.subject)))
    await stage.bench.sandbox.copies.finish()
    expect(lockTexts(at.subject)).toEqual([])
    expect(await findFalseClaim(at.subject, done)).toEqual([])
    expect(await finishImport(at.subject)).toEqual([])
  })
})

describe('somebody who copies the source course in again, step by step while the import runs', async () => {
  const held = await setDemoStage({ copySpeedMs: 'held' })

  it.each(places)(`has a whole copy, and the next run finishes: ${title}`, async ({ subject, place }) => {
    held.reset()
    const at = { ...subject, stage: held }
    const { copies, faults } = held.bench.sandbox
    faults.before(place, () => secondWriter(at).startCopy(sourceOf(at)))
    for (let next = place + 1; next < place + 60; next++) faults.before(next, async () => void (await copies.step()))
    const made = await attempt(at)
    expect(wordOf(made)).toMatch(/^(done|busy|changed-meanwhile|conflict)$/)
    await copies.finish()
    expect(lockTexts(at)).toEqual([])
    expect(await finishImport(at)).toEqual([])
  })
})
