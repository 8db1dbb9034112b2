import { afterEach, expect, it } from 'vitest'
import { type CliWorld, configurationPage, openWorld, PAGE } from './cli-world.ts'

let world: CliWorld

afterEach(() => world.close())

/** The configuration, and the page that its collection is written to. */
function withOutputPage(page: object): object {
  return JSON.parse(
    JSON.stringify(page).replace(String.raw`\"outputPage\":\"\"`, String.raw`\"outputPage\":\"Lectures page\"`),
  )
}

it('writes static pages once, keeps what was edited by hand, and proposes how to take it back', {
  timeout: 240_000,
}, async () => {
  world = await openWorld()
  const names = ['Welcome', 'Week 1']
  const course = await world.addCourse('MATH101', names)
  const readPage = async (): Promise<string> =>
    (await world.call('GET', `/api/v1/courses/${course.id}/pages/lectures-page`)).body

  const none = await world.cli(['claytons', course.url])
  expect([none.code, none.stdout]).toEqual([4, expect.stringContaining('This course has no Collections.')])
  await world.putPage(course.id, PAGE, withOutputPage(configurationPage(course, names)))

  const checked = await world.json(['claytons', course.url, '--check'])
  expect([checked.code, checked.document.plan.pages[0].state]).toEqual([3, 'create'])
  const dry = await world.json(['claytons', course.url, '--dry-run'])
  expect([dry.code, dry.document.plan.pages[0].body]).toEqual([0, expect.stringContaining('cc-output-Lectures')])

  const written = await world.json(['claytons', course.url, '--publish'])
  expect([written.code, written.document.outcome.pages[0].result]).toEqual([0, 'written'])
  const body = await readPage()
  expect(body).toContain(`/courses/${course.id}/modules/${course.modules[0]}`)
  const again = await world.cli(['claytons', course.url])
  expect([again.code, again.stdout]).toEqual([0, expect.stringContaining('Up to date: nothing was written.')])
  expect((await world.cli(['claytons', course.url, '--check'])).code).toBe(0)

  await world.putPage(course.id, 'lectures-page', { body: body.replace('About 0', 'About nothing') })
  const kept = await world.cli(['claytons', course.url])
  expect([kept.code, kept.stdout]).toEqual([3, expect.stringContaining('--replace-edited')])
  const replaced = await world.json(['claytons', course.url, '--replace-edited'])
  expect(replaced.code).toBe(0)
  const { command } = replaced.document.next[0]
  expect(command).toMatch(/^recourse canvas restore .*--page lectures-page --revision \d+ --undoes \d+$/)
  expect((await world.cli(command.split(' ').slice(2))).code).toBe(0)
  expect(await readPage()).toContain('About nothing')
  expect((await world.cli(['claytons', course.url, '--collection', 'Nope'])).code).toBe(1)
})
