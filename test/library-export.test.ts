import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  createCanvas,
  createCourse,
  findPage,
  importPackage,
  listAccounts,
  listFiles,
  listModulesWithItems,
  listPages,
  waitForMigration,
} from '@recourse/canvas'
import { createSandbox } from '@recourse/sandbox'
import { afterAll, expect, it } from 'vitest'
import { exportCourse } from '../packages/server/src/content/export/export-course.ts'
import { importCourse } from '../packages/server/src/content/import/import-course.ts'
import { canvasExport, withFolder } from '../packages/server/src/content/package.fixture.ts'
import { withTestDatabase } from '../packages/server/src/database/test-database.fixture.ts'
import { addPerson, addWorkspace, must } from '../packages/server/src/library/world.fixture.ts'

const database = withTestDatabase()
const { writeZip } = withFolder()
const folder = mkdtempSync(join(tmpdir(), 'recourse-export-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** As a teacher would: the export of the library, uploaded into a new course of Canvas. */
async function openInCanvas(content: Blob) {
  const origin = 'https://canvas.test'
  const sandbox = createSandbox({ origin })
  const token = sandbox.people.administrator.tokens[0] ?? ''
  const canvas = createCanvas({ origin, fetch: sandbox.quietFetch, auth: { kind: 'token', token } })
  const [account] = await listAccounts(canvas)
  if (account === undefined) throw new Error('The sandbox has no account.')
  const { id } = await createCourse(canvas, account.id, { name: 'From the library', courseCode: 'LIB' })
  const migration = await importPackage(canvas, id, {
    type: 'canvas_cartridge_importer',
    name: 'library.imscc',
    content,
  })
  await sandbox.copies.finish()
  const done = await waitForMigration(canvas, id, migration.id)
  return { canvas, id, done, sandbox }
}

it('what the library exports for Canvas opens there, with modules, pages, files and links', async () => {
  const actor = await addPerson(database.db, await addWorkspace(database.db), 'ana')
  const given = { file: await writeZip(canvasExport()), fileName: 'soil.imscc' }
  const { courseId } = await must(importCourse(database.db, actor, given))
  const file = join(folder, 'soil.imscc')
  const wishes = { courseId, format: 'imscc', program: '0.1.0', now: new Date('2027-01-31') } as const
  expect(await exportCourse(database.db, actor, wishes, file)).toMatchObject({ ok: true })
  const { canvas, id, done } = await openInCanvas(new Blob([readFileSync(file)]))
  expect(done.workflowState).toBe('completed')
  const modules = await listModulesWithItems(canvas, id)
  expect(modules.map(({ name, items }) => [name, items?.map(({ type, title }) => `${type} ${title}`)])).toEqual([
    [
      'Week 1',
      [
        'Page Welcome',
        'SubHeader Soil',
        'Page What soil is',
        'Page Test yourself',
        'File Notes',
        'ExternalUrl Atlas',
        'Quiz Soil',
      ],
    ],
    ['Week 2', ['Page Essay', 'Page Welcome-2']],
    ['Not in a module', ['Page Loose']],
  ])
  const files = await listFiles(canvas, id)
  expect(files.map(({ displayName }) => displayName).toSorted()).toEqual(['notes.pdf', 'schöne & "große".png'])
  const pages = await listPages(canvas, id)
  expect(pages.map(({ title }) => title).toSorted()).toEqual([
    'Essay',
    'Loose',
    'Test yourself',
    'Welcome',
    'Welcome-2',
    'What soil is',
  ])
  const body = (await findPage(canvas, id, { slug: 'welcome' }))?.body ?? ''
  expect(body).toContain(`/courses/${id}/pages/what-soil-is`)
  expect(body).toContain(`/courses/${id}/pages/essay`)
  expect(body).toContain('https://example.org/')
  const image = files.find(({ displayName }) => displayName.endsWith('.png'))
  expect(body).toMatch(new RegExp(`src="[^"]*/files/${image?.id}`))
  expect(body).not.toMatch(/\$|#ref-/)
})
