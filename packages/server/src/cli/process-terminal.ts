import { createInterface } from 'node:readline'
import { Writable } from 'node:stream'
import type { ReadStream, WriteStream } from 'node:tty'
import picocolors from 'picocolors'
import { toHarmless } from '../render/harmless.ts'
import { CliError } from './cli-error.ts'
import type { AskOptions, Terminal } from './terminal.ts'

/** The three streams of a process; each may be a terminal, a pipe or a file. */
export interface Streams {
  readonly stdin: Pick<ReadStream, 'isTTY'> & NodeJS.ReadableStream
  readonly stdout: Pick<WriteStream, 'isTTY' | 'columns'> & NodeJS.WritableStream
  readonly stderr: Pick<WriteStream, 'isTTY' | 'columns'> & NodeJS.WritableStream
}

export interface TerminalWishes {
  readonly env: Readonly<Record<string, string | undefined>>
  /** `--no-color` was given. */
  readonly plain: boolean
  /** Ctrl-C while a question is open. */
  readonly interrupt: () => void
}

const DEFAULT_WIDTH = 80
const NARROWEST = 40

export function createProcessTerminal(streams: Streams, wishes: TerminalWishes): Terminal {
  const { stdin, stdout, stderr } = streams
  let open = ''
  const clear = (): string => {
    const line = open === '' ? '' : '\r\u001b[K'
    open = ''
    return line
  }
  return {
    print: text => void stdout.write(clearOn(stderr, clear()) + text),
    say: text => void stderr.write(`${clear()}${text}\n`),
    progress: text => {
      if (stderr.isTTY !== true) return void stderr.write(`${text}\n`)
      const line = text.slice(0, (stderr.columns ?? DEFAULT_WIDTH) - 1)
      stderr.write(`${clear()}${line}`)
      open = line
    },
    width: Math.max(NARROWEST, stdout.columns ?? (Number(wishes.env.COLUMNS) || DEFAULT_WIDTH)),
    colors: picocolors.createColors(wantsColors(stdout.isTTY === true, wishes)),
    sayColors: picocolors.createColors(wantsColors(stderr.isTTY === true, wishes)),
    interactive: stdin.isTTY === true && stderr.isTTY === true,
    ask: (question, options) => ask(streams, wishes, `${clear()}${toHarmless(question)} `, options),
  }
}

function clearOn(stderr: NodeJS.WritableStream, clearing: string): string {
  if (clearing !== '') stderr.write(clearing)
  return ''
}

/** https://no-color.org: any value that is not empty. `FORCE_COLOR` is for those who page through `less -R`. */
function wantsColors(isTerminal: boolean, { env, plain }: TerminalWishes): boolean {
  if (plain || (env.NO_COLOR ?? '') !== '') return false
  if ((env.FORCE_COLOR ?? '') !== '') return env.FORCE_COLOR !== '0'
  return isTerminal && env.TERM !== 'dumb'
}

async function ask(
  { stdin, stderr }: Streams,
  wishes: TerminalWishes,
  question: string,
  { hidden, signal }: AskOptions,
): Promise<string> {
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() })
  // The reader first: from then on the terminal shows nothing by itself.
  const reader = createInterface({ input: stdin, output: hidden ? silent : stderr, terminal: true })
  let answered = false
  try {
    stderr.write(question)
    const answer = await new Promise<string>((resolve, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason), { once: true })
      reader.on('SIGINT', wishes.interrupt)
      reader.on('line', resolve)
      reader.on('close', () => reject(new CliError('usage', 'No answer was given.', 'Nothing was done.')))
    })
    answered = true
    return answer
  } finally {
    reader.close()
    if (hidden || !answered) stderr.write('\n')
  }
}
