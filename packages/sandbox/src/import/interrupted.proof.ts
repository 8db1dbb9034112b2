import { describe, expect, it } from 'vitest'
import { countRequests, faults, findBreaches, findUnfinished, setStage, tryImport } from './interrupted.fixture.ts'

const requests = await countRequests()
const places = Array.from({ length: requests }, (_, index) => index + 1)

describe.each(Object.entries(faults))('an import of which a request %s', (_name, fault) => {
  it.each(places)('leaves the old or the new page, and the next run finishes: request %i', async place => {
    const stage = await setStage()
    stage.bench.sandbox.faults.on(place, fault)
    expect(await findBreaches(stage, await tryImport(stage))).toEqual([])
    expect(await findUnfinished(stage)).toEqual([])
  })
})

describe('an import that is called off while a request hangs', () => {
  it.each(places)('leaves the old or the new page, and the next run finishes: request %i', async place => {
    const stage = await setStage()
    const controller = new AbortController()
    stage.bench.sandbox.faults.on(place, { kind: 'hang' })
    stage.bench.sandbox.faults.before(place, () => {
      setTimeout(() => controller.abort(new Error('called off')), 5)
    })
    expect(await findBreaches(stage, await tryImport(stage, controller.signal))).toEqual([])
    expect(await findUnfinished(stage)).toEqual([])
  })
})
