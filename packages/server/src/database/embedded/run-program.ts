import { spawn } from 'node:child_process'
import type { Account } from './account.ts'

export interface ProgramResult {
  readonly code: number | null
  readonly output: string
}

/** Runs one of PostgreSQL's programs to its end; answers what it said on both streams. */
export function runProgram(path: string, words: readonly string[], account: Account): Promise<ProgramResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(path, words, { ...spawnOptions(account), stdio: ['ignore', 'pipe', 'pipe'] })
    const heard: string[] = []
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', text => heard.push(text))
    child.on('error', reject)
    child.on('close', code => resolve({ code, output: heard.join('') }))
  })
}

/** In the root folder, which everybody may enter; in English, which is what gets read; without anybody's `PG…`. */
export function spawnOptions({ uid, gid }: Account) {
  const kept = Object.entries(process.env).filter(([name]) => !/^(PG|LC_|LANG)/.test(name))
  const env = { ...Object.fromEntries(kept), LC_ALL: 'C' }
  return { cwd: '/', env, ...(uid !== undefined && { uid }), ...(gid !== undefined && { gid }) }
}
