import { spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, expect, it } from 'vitest'

const top = mkdtempSync(join(tmpdir(), 'recourse-killed-'))
chmodSync(top, 0o711)
const env = { ...process.env, RECOURSE_DATA: join(top, 'data'), DATABASE_URL: '' }
const postmaster = join(top, 'data/postgres/cluster/postmaster.pid')
afterAll(() => rmSync(top, { recursive: true, force: true }))

function start(...words: readonly string[]) {
  const child = spawn(process.execPath, [resolve('bin/recourse.mjs'), 'db', ...words], { env, stdio: 'ignore' })
  const ended = new Promise<number | null>(done => child.once('close', done))
  return { child, ended }
}

it('the first start survives being killed at any time, and so does every later one', async () => {
  for (let round = 0; round < 30; round++) {
    const { child, ended } = start('migrate')
    await sleep(100 * round)
    child.kill('SIGKILL')
    await ended
  }
  // On a slow machine none of them came to its end.
  expect(await start('migrate').ended).toBe(0)
  expect(await start('status').ended).toBe(0)
  expect(existsSync(postmaster)).toBe(false)
})

it('what a killed command left running is taken over and stopped', async () => {
  for (let round = 0; round < 10; round++) {
    const { child, ended } = start('status')
    const isReady = () => existsSync(postmaster) && readFileSync(postmaster, 'utf8').includes('ready')
    await expect.poll(isReady, { timeout: 20_000, interval: 20 }).toBe(true)
    child.kill('SIGKILL')
    await ended
    expect(await start('status').ended).toBe(0)
    expect(existsSync(postmaster)).toBe(false)
  }
})

it('ten commands at once share one server, and the last one stops it', async () => {
  const codes = await Promise.all(Array.from({ length: 10 }, () => start('status').ended))
  expect(codes).toEqual(Array.from({ length: 10 }, () => 0))
  expect(existsSync(postmaster)).toBe(false)
})
