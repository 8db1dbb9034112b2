import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readToken } from './read-token.ts'
import { silentTerminal } from './silent-terminal.fixture.ts'
import type { Terminal } from './terminal.ts'

const quiet = (interactive: boolean, answer = ''): Terminal =>
  silentTerminal({ interactive, ask: (_question, { hidden }) => Promise.resolve(hidden ? answer : 'shown') })

const { signal } = new AbortController()
const source = { tokenFile: undefined, fromEnvironment: undefined, origin: 'https://canvas.example.edu' }
const folder = mkdtempSync(join(tmpdir(), 'recourse-token-'))

function file(text: string): string {
  const path = join(folder, `${text.length}`)
  writeFileSync(path, text)
  return path
}

describe('an access token', () => {
  it('comes from the file that was named, before the environment', async () => {
    const tokenFile = file('1~fromFile\n')
    await expect(readToken({ ...source, tokenFile, fromEnvironment: '1~env' }, quiet(false), signal)).resolves.toBe(
      '1~fromFile',
    )
  })

  it('comes from the environment', async () => {
    await expect(readToken({ ...source, fromEnvironment: ' 1~env ' }, quiet(true), signal)).resolves.toBe('1~env')
  })

  it('is asked for where somebody sits, without showing it', async () => {
    await expect(readToken(source, quiet(true, '1~typed'), signal)).resolves.toBe('1~typed')
  })

  it('is not waited for where nobody sits', async () => {
    await expect(readToken({ ...source, fromEnvironment: '' }, quiet(false), signal)).rejects.toMatchObject({
      kind: 'token',
    })
  })

  it.each(['', '  \n', 'two words', 'line\nline', 'ütf'])(
    'is not “%s”, and the refusal does not repeat it',
    async text => {
      const outcome = await readToken({ ...source, tokenFile: file(text) }, quiet(false), signal).catch(
        (error: unknown) => error,
      )
      expect(outcome).toMatchObject({ kind: 'token' })
      if (text.trim() !== '') expect(String(outcome)).not.toContain(text)
    },
  )

  it('says which file cannot be read', async () => {
    const missing = join(folder, 'missing')
    await expect(readToken({ ...source, tokenFile: missing }, quiet(false), signal)).rejects.toThrow(missing)
  })
})
