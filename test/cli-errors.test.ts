import { enroll, WITHOUT_PAGES } from '@recourse/sandbox'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { run, start } from './cli-run.ts'
import { type CliWorld, openWorld } from './cli-world.ts'

const MINUTES = 60_000
let world: CliWorld

beforeEach(async () => {
  world = await openWorld()
})
afterEach(() => world.close())

/** Resolves as soon as standard error says something. */
function says(running: ReturnType<typeof start>, text: string): Promise<void> {
  return new Promise(resolve => {
    let said = ''
    running.child.stderr?.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      if (said.includes(text)) resolve()
    })
  })
}

describe('an error', () => {
  it('is one line on standard error that says what to do, and a document for a script', {
    timeout: MINUTES,
  }, async () => {
    const { code, stdout, stderr } = await world.cli(['check', `${world.url}/courses/999`, '--json'])
    expect(code).toBe(1)
    expect(JSON.parse(stdout)).toEqual({
      version: 1,
      exitCode: 1,
      error: {
        kind: 'missing',
        message: expect.stringContaining('course 999'),
        next: expect.stringMatching(/Check the address/),
      },
    })
    expect(stderr.trimEnd().split('\n').at(-1)).toMatch(/^recourse: Could not read course 999.*Check the address/)
  })

  it('never repeats the token', { timeout: MINUTES }, async () => {
    const token = `1~${'wrong'.repeat(12)}`
    const { code, stdout, stderr } = await run(['canvas', 'check', `${world.url}/courses/1`, '--json', '--verbose'], {
      CANVAS_TOKEN: token,
    })
    expect([code, JSON.parse(stdout).error.kind]).toEqual([1, 'unauthenticated'])
    expect(stdout + stderr).not.toContain(token)
  })

  it('names a token that is missing, and refuses one among the arguments', { timeout: MINUTES }, async () => {
    const none = await run(['canvas', 'check', `${world.url}/courses/1`])
    expect([none.code, none.stderr]).toEqual([1, expect.stringContaining('CANVAS_TOKEN')])
    const shown = await run(['canvas', 'check', `${world.url}/courses/1`, '--token', world.token])
    expect([shown.code, shown.stderr]).toEqual([1, expect.stringContaining('not taken as an argument')])
    expect(shown.stderr).not.toContain(world.token)
  })

  it('of typing is told apart from one of Canvas', { timeout: MINUTES }, async () => {
    for (const words of [
      ['chekc'],
      ['check'],
      ['check', world.url],
      ['import', 'x', '--accept', 'all'],
      ['restore', 'x'],
    ]) {
      const { code, stdout } = await world.cli([...words, '--json'])
      expect([words, code, JSON.parse(stdout).error.kind]).toEqual([words, 1, 'usage'])
    }
  })
})

describe('somebody without the right to change pages', () => {
  it('sees the plan, and whom to ask', { timeout: MINUTES }, async () => {
    const { to } = await world.addCopied(['Welcome'])
    const { assistant } = world.sandbox.people
    enroll(world.sandbox.world, { courseId: to.id, userId: assistant.id, type: 'TaEnrollment', denied: WITHOUT_PAGES })
    const asAssistant = { CANVAS_TOKEN: assistant.tokens[0] ?? '' }
    const { code, stdout } = await run(['canvas', 'import', to.url, '--proceed'], asAssistant)
    expect(code).toBe(3)
    expect(stdout).toContain('Imported modules matched · 1')
    expect(stdout).toContain('ask a teacher of this course')
  })
})

describe('Ctrl-C', () => {
  it('before anything was written says so', { timeout: MINUTES }, async () => {
    const { to } = await world.addCopied(['Welcome'])
    world.sandbox.faults.always({ kind: 'hang' }, { path: /\/modules/ })
    const running = start(['canvas', 'import', to.url, '--proceed'], { CANVAS_TOKEN: world.token })
    await says(running, 'Reading course')
    running.child.kill('SIGINT')
    const { code, stdout, stderr } = await running.ended
    expect([code, stdout]).toEqual([130, ''])
    expect(stderr).toContain('Interrupted. Nothing has been written.')
  })

  it('while the page is written says that it may have been, and lets go of the lock', {
    timeout: MINUTES,
  }, async () => {
    const { to } = await world.addCopied(['Welcome'])
    world.sandbox.faults.always({ kind: 'hang' }, { method: 'PUT', path: /page_id/ })
    const running = start(['canvas', 'import', to.url, '--proceed'], { CANVAS_TOKEN: world.token })
    await says(running, 'Writing the page')
    running.child.kill('SIGINT')
    const { code, stderr } = await running.ended
    expect(code).toBe(130)
    expect(stderr).toContain('The page may have been written: run the same command again')
    world.sandbox.faults.clear()
    const pages = JSON.stringify(await world.call('GET', `/api/v1/courses/${to.id}/pages?search_term=editing`))
    expect(pages).toBe('[]')
    expect((await world.cli(['import', to.url, '--proceed'])).code).toBe(0)
  })
})

describe('the command itself', () => {
  it('works from any folder, and says its version and help', { timeout: MINUTES }, async () => {
    expect(await run(['--version'])).toMatchObject({ code: 0, stdout: '0.1.0\n' })
    for (const words of [
      ['--help'],
      ['canvas', '--help'],
      ['canvas', 'import', '--help'],
      ['canvas', 'parked', '--help'],
    ]) {
      const { code, stdout } = await run(words)
      expect([code, stdout]).toEqual([0, expect.stringContaining('Examples:')])
    }
    const alone = await run([])
    expect([alone.code, alone.stdout, alone.stderr]).toEqual([1, '', expect.stringContaining('Usage: recourse')])
  })
})
