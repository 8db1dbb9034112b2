import { listPageRevisions } from '@recourse/canvas'
import { describe, expect, it } from 'vitest'
import {
  countRequests,
  findBreaches,
  findUnfinished,
  saveAsSomebodyElse,
  setStage,
  tryImport,
} from './interrupted.fixture.ts'

const requests = await countRequests()
const places = Array.from({ length: requests }, (_, index) => index + 1)

describe('an import of which an answer is lost', () => {
  it.each(places)('leaves the old or the new page, and the next run finishes: request %i', async place => {
    const stage = await setStage()
    stage.bench.sandbox.faults.on(place, { kind: 'cut', when: 'after' })
    expect(await findBreaches(stage, await tryImport(stage))).toEqual([])
    expect(await findUnfinished(stage)).toEqual([])
  })
})

describe('somebody who saves the page while an import runs', () => {
  it.each(places)('is never overwritten unnoticed: before request %i', async place => {
    const stage = await setStage()
    const { log } = stage.bench.sandbox.faults
    let theirs = 0
    let isBeforeReading = false
    stage.bench.sandbox.faults.before(place, async () => {
      isBeforeReading = !log.some(({ path, status }) => path.includes('search_term=') && status !== null)
      theirs = await saveAsSomebodyElse(stage)
    })
    const outcome = await tryImport(stage)
    const saved = await listPageRevisions(stage.bench.admin, stage.courseId, { id: stage.pageId })
    if (outcome instanceof Error) throw outcome
    // What they saved was read and planned with, is on top, or is named beside ours.
    const isReadBefore = isBeforeReading && outcome.ok && outcome.previousRevisionId === theirs
    const isOnTop = saved[0]?.revisionId === theirs
    if (!isReadBefore && !isOnTop)
      expect(outcome).toMatchObject({ reason: 'conflict', others: [{ revisionId: theirs }] })
    if (!outcome.ok) expect(outcome.reason).toMatch(/^(changed-meanwhile|conflict)$/)
  })
})
