import { type ChildProcess, spawn } from 'node:child_process'
import { tmpdir } from 'node:os'
import { resolve } from 'node:path'

const COMMAND = resolve('bin/recourse.mjs')

export interface Ran {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

export interface Running {
  readonly child: ChildProcess
  readonly ended: Promise<Ran>
}

/** Starts the committed command as a person would, without a terminal. */
export function start(words: readonly string[], env: Readonly<Record<string, string>> = {}): Running {
  const { CANVAS_TOKEN: _token, FORCE_COLOR: _color, NO_COLOR: _plain, npm_command: _npm, ...rest } = process.env
  const child = spawn(process.execPath, [COMMAND, ...words], {
    cwd: tmpdir(),
    env: { ...rest, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const out = { stdout: '', stderr: '' }
  child.stdout.on('data', (chunk: Buffer) => {
    out.stdout += chunk.toString()
  })
  child.stderr.on('data', (chunk: Buffer) => {
    out.stderr += chunk.toString()
  })
  const ended = new Promise<Ran>((done, reject) => {
    child.once('error', reject)
    child.once('close', code => done({ code, ...out }))
  })
  return { child, ended }
}

export function run(words: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Ran> {
  return start(words, env).ended
}
