import { describe, expect, it } from 'vitest'
import type { CommandContext } from '../command-context.ts'
import { silentTerminal } from '../silent-terminal.fixture.ts'
import { openCourse } from './open-course.ts'

const ORIGIN = 'https://canvas.example.edu'
const requests: string[] = []

const context: CommandContext = {
  terminal: silentTerminal({ interactive: false, ask: () => Promise.resolve('') }),
  fetch: async request => {
    requests.push(new URL(request.url).pathname)
    return Response.json({ id: '70000000000042', name: 'MATH101', workflow_state: 'available' })
  },
  now: () => new Date(0),
  signal: new AbortController().signal,
  env: {},
  canvasToken: '1~token',
  program: 'recourse',
  platform: 'linux',
  version: '0',
}

describe('a course that is opened', () => {
  it('is known by the id that Canvas answers, where its address names a shard', async () => {
    const { address, setting } = await openCourse(`${ORIGIN}/courses/7~42/modules`, {}, context)
    expect(address).toMatchObject({ courseId: '70000000000042', url: `${ORIGIN}/courses/7~42` })
    expect(setting.courseUrl).toBe(`${ORIGIN}/courses/7~42`)
  })

  it('costs no request otherwise', async () => {
    requests.length = 0
    const { address } = await openCourse(`${ORIGIN}/courses/42`, {}, context)
    expect([address.courseId, requests]).toEqual(['42', []])
  })
})
