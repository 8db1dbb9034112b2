import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { checkTextFile, writeTextFile } from './text-file.ts'

const folder = mkdtempSync(join(tmpdir(), 'recourse-report-'))

it('replaces an older file in one step and leaves nothing beside it', async () => {
  const path = join(folder, 'plan.html')
  writeFileSync(path, 'old')
  await checkTextFile(path)
  await writeTextFile(path, 'new')
  expect(readFileSync(path, 'utf8')).toBe('new')
  expect(readdirSync(folder)).toEqual(['plan.html'])
})

it('finds out beforehand that a folder is missing or the name is one', async () => {
  mkdirSync(join(folder, 'sub'))
  await expect(checkTextFile(join(folder, 'nowhere', 'plan.html'))).rejects.toMatchObject({ kind: 'file' })
  await expect(checkTextFile(join(folder, 'sub'))).rejects.toThrow(/it is a folder/)
})
