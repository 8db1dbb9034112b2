import { readFile } from 'node:fs/promises'
import { TextReader, Uint8ArrayReader, Uint8ArrayWriter, ZipWriter } from '@zip.js/zip.js'
import { describe, expect, it } from 'vitest'
import { ArchiveError } from './archive-error.ts'
import { unpackCartridge } from './unpack-cartridge.ts'

async function zip(files: Readonly<Record<string, string | Uint8Array>>, password?: string): Promise<Uint8Array> {
  const writer = new ZipWriter(new Uint8ArrayWriter(), { useWebWorkers: false, ...(password ? { password } : {}) })
  for (const [name, content] of Object.entries(files)) {
    await writer.add(name, typeof content === 'string' ? new TextReader(content) : new Uint8ArrayReader(content))
  }
  return writer.close()
}

async function refusal(bytes: Uint8Array, limits = {}): Promise<string> {
  const error: unknown = await unpackCartridge(bytes, limits).catch((reason: unknown) => reason)
  expect(error).toBeInstanceOf(ArchiveError)
  return error instanceof ArchiveError ? error.kind : ''
}

/** The archive with a name changed in place, as no zip tool would write it. */
function renamed(bytes: Uint8Array, from: string, to: string): Uint8Array {
  const text = Buffer.from(bytes).toString('latin1').replaceAll(from, to)
  return new Uint8Array(Buffer.from(text, 'latin1'))
}

describe('unpackCartridge', () => {
  it('reads names and contents as they are in the archive', async () => {
    const bytes = await zip({
      'imsmanifest.xml': '<a/>',
      'web_resources/é $& ü.png': new Uint8Array([1, 2]),
      'empty/': '',
    })
    const { files, texts } = await unpackCartridge(bytes)
    expect([...files.keys()]).toEqual(['imsmanifest.xml', 'web_resources/é $& ü.png'])
    expect(files.get('web_resources/é $& ü.png')).toEqual(new Uint8Array([1, 2]))
    expect(texts).toEqual(new Map([['imsmanifest.xml', '<a/>']]))
  })

  it('reads a real export', async () => {
    const bytes = await readFile(new URL('../../test-data/course-1.imscc', import.meta.url))
    const { files } = await unpackCartridge(bytes)
    expect(files.get('web_resources/photo.jpg')?.length).toBeGreaterThan(1000)
  })

  it('takes names with backslashes for paths', async () => {
    const { files } = await unpackCartridge(renamed(await zip({ 'aXb.xml': '<a/>' }), 'aXb.xml', 'a\\b.xml'))
    expect([...files.keys()]).toEqual(['a/b.xml'])
  })

  it('leaves the litter of operating systems out', async () => {
    const { files } = await unpackCartridge(await zip({ 'a.xml': '<a/>', '__MACOSX/a.xml': '', 'x/.DS_Store': '' }))
    expect([...files.keys()]).toEqual(['a.xml'])
  })

  it.each(['../x.xml', 'a/../../xml', '/abs/x.xml', 'C:/x/y.xml', 'a\\..\\x.xm'])(
    'leaves out what is under the name %s, and refuses an archive of nothing else',
    async name => {
      const innocent = 'i'.repeat(name.length)
      const { files, leftOut } = await unpackCartridge(
        renamed(await zip({ [innocent]: 'x', 'A: b.pdf': 'pdf' }), innocent, name),
      )
      expect([...files.keys()]).toEqual(['A: b.pdf'])
      expect(leftOut).toEqual([name])
      expect(await refusal(renamed(await zip({ [innocent]: 'x' }), innocent, name))).toBe('unsafe-name')
    },
  )

  it('refuses what is no zip', async () => {
    expect(await refusal(new TextEncoder().encode('<html>no</html>'))).toBe('not-a-zip')
    expect(await refusal(new Uint8Array())).toBe('not-a-zip')
  })

  it('refuses a zip that was cut short or damaged', async () => {
    const bytes = await zip({ 'a.xml': 'x'.repeat(5000) + Math.random() })
    expect(await refusal(bytes.slice(0, bytes.length / 2))).toBe('not-a-zip')
    const damaged = bytes.slice()
    damaged.fill(0xff, 40, 60)
    expect(await refusal(damaged)).toBe('damaged')
  })

  it('refuses an encrypted zip', async () => {
    expect(await refusal(await zip({ 'a.xml': 'x' }, 'secret'))).toBe('encrypted')
  })

  it('refuses what is packed in a way of other tools', async () => {
    const bytes = await zip({ 'a.xml': 'x'.repeat(500) })
    // The method stands ten bytes into the central record.
    const bzip = bytes.slice()
    bzip[Buffer.from(bytes).indexOf('PK\u0001\u0002', 0, 'latin1') + 10] = 12
    expect(await refusal(bzip)).toBe('unknown-packing')
  })

  it('refuses more files or bytes than it may hold', async () => {
    const bytes = await zip({ 'a.xml': 'x'.repeat(100), 'b.png': 'x' })
    expect(await refusal(bytes, { entries: 1 })).toBe('too-large')
    expect(await refusal(bytes, { totalBytes: 100 })).toBe('too-large')
    expect(await refusal(bytes, { textBytes: 99 })).toBe('too-large')
    expect(await unpackCartridge(bytes, { entries: 2, totalBytes: 101, textBytes: 100 })).toBeDefined()
  })

  it('refuses a bomb by what it says of itself', async () => {
    expect(await refusal(await zip({ 'a.bin': new Uint8Array(60 * 1024 * 1024) }))).toBe('too-large')
  })

  it('refuses a bomb that lies about its size', async () => {
    const size = 3 * 1024 * 1024
    const bytes = await zip({ 'a.bin': new Uint8Array(size) })
    const honest = new Uint8Array(new Uint32Array([size]).buffer)
    const claimed = new Uint8Array(new Uint32Array([10]).buffer)
    const lie = renamed(bytes, Buffer.from(honest).toString('latin1'), Buffer.from(claimed).toString('latin1'))
    expect(['too-large', 'damaged', 'not-a-zip']).toContain(await refusal(lie, { totalBytes: 1024 * 1024 }))
  })

  it('reads texts in the encoding they declare', async () => {
    const latin = new Uint8Array(Buffer.from('<?xml version="1.0" encoding="ISO-8859-1"?><a>é</a>', 'latin1'))
    const utf16 = new Uint8Array(Buffer.from('\ufeff<a>é</a>', 'utf16le'))
    const marked = new TextEncoder().encode('\ufeff<a>é</a>')
    const { texts } = await unpackCartridge(await zip({ 'l.xml': latin, 'u.xml': utf16, 'b.xml': marked }))
    expect([...texts.values()]).toEqual(['<?xml version="1.0" encoding="ISO-8859-1"?><a>é</a>', '<a>é</a>', '<a>é</a>'])
  })

  it('reads UTF-16 without a mark by its first bytes', async () => {
    const text = '<?xml version="1.0" encoding="UTF-16"?><a>é</a>'
    const little = Buffer.from(text, 'utf16le')
    const big = Buffer.from(text, 'utf16le').swap16()
    const { texts } = await unpackCartridge(
      await zip({ 'l.xml': new Uint8Array(little), 'b.xml': new Uint8Array(big) }),
    )
    expect([...texts.values()]).toEqual([text, text])
  })
})
