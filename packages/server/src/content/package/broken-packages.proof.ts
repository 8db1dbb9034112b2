import fc from 'fast-check'
import { expect, it } from 'vitest'
import { draftPackage } from '../import/draft-package.ts'
import { canvasExport, withFolder, zip } from '../package.fixture.ts'
import { openPackage } from './open-package.ts'
import { PackageError } from './package-error.ts'

const { write } = withFolder()
const RUNS = 400
const seed = process.env.PROOF_SEED === undefined ? {} : { seed: Number(process.env.PROOF_SEED) }

/** To its end, as an import reads it; `refused` with a reason for a person. */
async function read(bytes: Uint8Array): Promise<'read' | 'refused'> {
  try {
    await using opened = await openPackage(write(bytes))
    const { draft, readFile } = await draftPackage(opened)
    for (const item of draft.items) {
      if (item.kind === 'media' && item.file !== null) for await (const _ of readFile(item.file));
    }
    return 'read'
  } catch (error) {
    if (!(error instanceof PackageError)) throw error
    expect(error.message).toMatch(/\.$/)
    return 'refused'
  }
}

const change = fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), byte: fc.integer({ min: 0, max: 255 }) })

it('a package broken anywhere is read or refused with a reason, and never anything else', {
  timeout: 1_800_000,
}, async () => {
  const [packed, stored] = [await zip(canvasExport()), await zip(canvasExport(), { level: 0 })]
  const damage = async (
    isStored: boolean,
    changes: readonly { at: number; byte: number }[],
    share: number,
  ): Promise<void> => {
    const bytes = Uint8Array.from(isStored ? stored : packed)
    for (const { at, byte } of changes) bytes[Math.floor(at * (bytes.length - 1))] = byte
    await read(bytes.subarray(0, Math.floor(bytes.length * share)))
  }
  const cuts = fc.constantFrom(1, 1, 1, 0.99, 0.5)
  await fc.assert(fc.asyncProperty(fc.boolean(), fc.array(change, { minLength: 1, maxLength: 20 }), cuts, damage), {
    numRuns: RUNS,
    ...seed,
  })
})

it('XML and pages broken anywhere are read or refused with a reason', { timeout: 1_800_000 }, async () => {
  const files = canvasExport()
  const names = Object.keys(files).filter(name => /\.(?:xml|html)$/.test(name))
  const damage = async (name: string, parts: readonly { at: number; text: string }[]): Promise<void> => {
    let text = String(files[name])
    for (const { at, text: put } of parts) {
      const index = Math.floor(at * text.length)
      text = text.slice(0, index) + put + text.slice(index + 1)
    }
    await read(await zip({ ...files, [name]: text }, { level: 0 }))
  }
  const part = fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    text: fc.constantFrom(
      '<',
      '>',
      '&',
      '"',
      ']]>',
      '<!--',
      '<![CDATA[',
      '<!DOCTYPE x>',
      '</',
      '\0',
      '\ud800',
      '&#0;',
      '$',
      '../',
      '<a ',
    ),
  })
  await fc.assert(fc.asyncProperty(fc.constantFrom(...names), fc.array(part, { minLength: 1, maxLength: 8 }), damage), {
    numRuns: RUNS,
    ...seed,
  })
})
