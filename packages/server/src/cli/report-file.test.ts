import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { checkReportFile, writeReport } from './report-file.ts'

const folder = mkdtempSync(join(tmpdir(), 'recourse-report-'))

it('replaces an older report in one step and leaves nothing beside it', async () => {
  const path = join(folder, 'plan.html')
  writeFileSync(path, 'old')
  await checkReportFile(path)
  await writeReport(path, 'new')
  expect(readFileSync(path, 'utf8')).toBe('new')
  expect(readdirSync(folder)).toEqual(['plan.html'])
})

it('finds out beforehand that a folder is missing or the name is one', async () => {
  mkdirSync(join(folder, 'sub'))
  await expect(checkReportFile(join(folder, 'nowhere', 'plan.html'))).rejects.toMatchObject({ kind: 'file' })
  await expect(checkReportFile(join(folder, 'sub'))).rejects.toThrow(/it is a folder/)
})
