import { readdirSync, truncateSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { describe, expect, it } from 'vitest'
import { draftPackage } from '../import/draft-package.ts'
import { canvasExport, type Files, withFolder, zip } from '../package.fixture.ts'
import { openPackage } from './open-package.ts'
import { PackageError } from './package-error.ts'
import type { PackageLimits } from './package-limits.ts'

const { write, writeZip } = withFolder()

/** As an import reads it, every file to its end. */
async function readAll(file: string, limits: Partial<PackageLimits> = {}): Promise<number> {
  await using opened = await openPackage(file, limits)
  const { draft, readFile } = await draftPackage(opened)
  let bytes = 0
  for (const item of draft.items) {
    if (item.kind === 'media' && item.file !== null)
      for await (const chunk of readFile(item.file)) bytes += chunk.length
  }
  return bytes
}

async function refusal(file: string, limits: Partial<PackageLimits> = {}): Promise<string> {
  const error: unknown = await readAll(file, limits).catch((reason: unknown) => reason)
  expect(error).toBeInstanceOf(PackageError)
  if (!(error instanceof PackageError)) return ''
  expect(error.message).toMatch(/(?:Export|Copy|copy) .*\.$/)
  return error.kind
}

/** With a name changed in place, as no zip tool would write it. */
function renamed(bytes: Uint8Array, from: string, to: string): Uint8Array {
  return new Uint8Array(Buffer.from(Buffer.from(bytes).toString('latin1').replaceAll(from, to), 'latin1'))
}

const withFile = (name: string, content: string | Uint8Array): Files => ({ ...canvasExport(), [name]: content })

describe('a package is refused', () => {
  it.each(['../x.xml', 'a/../../xml', '/abs/x.xml', 'C:/x/y.xml', 'a\\..\\x.xm'])(
    'with the name %s in it',
    async name => {
      const innocent = 'i'.repeat(name.length)
      const bytes = renamed(await zip(withFile(innocent, 'x')), innocent, name)
      expect(await refusal(write(bytes))).toBe('unsafe')
    },
  )

  it('with a link to a file elsewhere in it', async () => {
    const bytes = await zip({ passwd: '/etc/passwd' }, { unixMode: 0o120777 })
    expect(await refusal(write(bytes))).toBe('unsafe')
  })

  it('that is encrypted', async () => {
    expect(await refusal(write(await zip(canvasExport(), { password: 'x' })))).toBe('unsafe')
  })

  it('that unpacks to far more than it is', async () => {
    const bomb = write(await zip(withFile('web_resources/bomb.bin', new Uint8Array(8_000_000))))
    expect(await refusal(bomb, { harmlessBytes: 1_000_000 })).toBe('too-large')
    expect(await refusal(bomb, { totalBytes: 1_000_000 })).toBe('too-large')
    expect(await readAll(bomb)).toBeGreaterThan(8_000_000)
  })

  it('that is larger, has more files, longer texts or more tags than a course', async () => {
    const file = await writeZip(canvasExport())
    const limits: readonly Partial<PackageLimits>[] = [
      { packageBytes: 100 },
      { entries: 3 },
      { textBytes: 100 },
      { allTextBytes: 2000 },
      { tags: 20 },
    ]
    for (const limit of limits) expect(await refusal(file, limit), JSON.stringify(limit)).toBe('too-large')
  })

  it('that says another size than it has', async () => {
    const bytes = await zip(withFile('web_resources/liar.bin', new Uint8Array(4096).fill(65)))
    // The size in the directory at the end, which is what readers go by.
    const [from, to] = [Buffer.alloc(4), Buffer.alloc(4)]
    from.writeUInt32LE(4096)
    to.writeUInt32LE(10)
    expect(await refusal(write(renamed(bytes, from.toString('latin1'), to.toString('latin1'))))).toBe('damaged')
  })

  it.each([
    ['nothing', ''],
    ['a text', 'This is no zip.'],
    ['a page', '<html><body>Sign in</body></html>'],
  ])('that is %s', async (_, text) => {
    expect(await refusal(write(new TextEncoder().encode(text)))).toBe('not-a-package')
  })

  it('that was cut off anywhere', async () => {
    const whole = await zip(canvasExport())
    for (const share of [0.1, 0.5, 0.9, 0.999]) {
      const file = write(whole)
      truncateSync(file, Math.floor(whole.length * share))
      expect(await refusal(file)).toBe('not-a-package')
    }
  })

  it('in which a byte of a file has changed', async () => {
    const bytes = await zip(withFile('web_resources/notes.pdf', new Uint8Array(1000).fill(66)), { level: 0 })
    const at = Buffer.from(bytes).indexOf(Buffer.alloc(1000, 66)) + 500
    bytes[at] = 67
    expect(await refusal(write(bytes))).toBe('damaged')
  })

  it('without a manifest, or with a broken one', async () => {
    expect(await refusal(await writeZip({ 'readme.txt': 'x' }))).toBe('not-a-package')
    expect(await refusal(await writeZip({ ...canvasExport(), 'imsmanifest.xml': '<manifest><resources>' }))).toBe(
      'damaged',
    )
    expect(await refusal(await writeZip({}))).toBe('not-a-package')
  })

  it.each(['imsmanifest.xml', 'course_settings/module_meta.xml', 'q1/assessment_qti.xml'])(
    'whose %s defines entities',
    async name => {
      const lol =
        '<!DOCTYPE a [<!ENTITY x "ha"><!ENTITY y "&x;&x;"><!ENTITY z SYSTEM "file:///etc/passwd">]><a>&y;&z;</a>'
      expect(await refusal(await writeZip({ ...canvasExport(), [name]: lol }))).toBe('unsafe')
    },
  )

  it('with a page whose markup repeats itself without end', async () => {
    const open = Array.from({ length: 1500 }, (_, n) => `<b class="${n}">`).join('')
    const body = `<p>${open}${'</p><p>x'.repeat(1500)}`
    expect(await refusal(await writeZip(withFile('wiki_content/bomb.html', `<html><body>${body}</body></html>`)))).toBe(
      'too-large',
    )
    expect(await refusal(await writeZip(withFile('wiki_content/deep.html', '<div>'.repeat(20_000))))).toBe('too-large')
  })
})

it('what systems leave in archives is passed over, and a folder around the course too', async () => {
  const inFolder = Object.fromEntries(
    Object.entries(canvasExport()).map(([name, content]) => [`course/${name}`, content]),
  )
  const file = await writeZip({ ...inFolder, '__MACOSX/course/._x': 'x', 'course/.DS_Store': 'x' })
  await using opened = await openPackage(file)
  const { draft, entries } = await draftPackage(opened)
  expect(draft.modules).toHaveLength(3)
  expect(JSON.stringify(entries)).not.toMatch(/DS_Store|MACOSX/)
  expect(await readAll(file)).toBe(await readAll(await writeZip(canvasExport())))
})

it('nothing is ever unpacked to the disk', async () => {
  const before = readdirSync(tmpdir()).filter(
    name => name.startsWith('recourse-') && !name.startsWith('recourse-package-'),
  )
  await readAll(await writeZip(canvasExport()))
  const after = readdirSync(tmpdir()).filter(
    name => name.startsWith('recourse-') && !name.startsWith('recourse-package-'),
  )
  expect(after.filter(name => !before.includes(name) && !/recourse-test/.test(name))).toEqual([])
})
