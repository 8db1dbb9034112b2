import type { Rows } from './model.ts'
import type { SandboxFlags, World } from './world.ts'

export const DEFAULT_FLAGS: SandboxFlags = {
  preciseLinks: true,
  forbiddenIs403: true,
  assetMapV2: false,
  permanentPageLinks: false,
  jsonPrefix: false,
  throttle: false,
  uploadConfirm: 'created',
}

export interface WorldOptions {
  /** Asked each time: a sandbox learns its address when it is given a port. */
  readonly origin: () => string
  readonly flags: SandboxFlags
  readonly nowMs: () => number
  readonly seed: number
}

/** Ids of different kinds start far apart, so that a mix-up meets a 404 and not another row. */
const FIRST_ID: Readonly<Partial<Record<keyof Rows | 'revision' | 'issue' | 'template', number>>> = {
  courses: 101,
  modules: 1001,
  moduleItems: 5001,
  pages: 301,
  activities: 701,
  assignmentGroups: 501,
  files: 9001,
  folders: 801,
  migrations: 401,
  progresses: 601,
  users: 11,
}

/** A Canvas with nothing in it. */
export function createWorld(options: WorldOptions): World {
  const counters = new Map<string, number>()
  const random = createRandom(options.seed)
  return {
    rows: emptyRows(),
    flags: options.flags,
    get origin() {
      return options.origin()
    },
    nowMs: options.nowMs,
    nowIso: () => new Date(options.nowMs()).toISOString().replace(/\.\d{3}Z$/, 'Z'),
    nextId: kind => {
      const id = counters.get(kind) ?? FIRST_ID[kind] ?? 1
      counters.set(kind, id + 1)
      return id
    },
    randomText: () => randomText(random),
  }
}

function emptyRows(): Rows {
  return {
    accounts: new Map(),
    users: new Map(),
    enrollments: new Map(),
    terms: new Map(),
    courses: new Map(),
    modules: new Map(),
    moduleItems: new Map(),
    pages: new Map(),
    activities: new Map(),
    assignmentGroups: new Map(),
    folders: new Map(),
    files: new Map(),
    migrations: new Map(),
    progresses: new Map(),
    subscriptions: new Map(),
    completions: new Map(),
  }
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'

/** Forty letters and digits, the shape of Canvas's uuids and verifiers. */
function randomText(random: () => number): string {
  return Array.from({ length: 40 }, () => LETTERS[Math.floor(random() * LETTERS.length)] ?? 'A').join('')
}

/** Mulberry32: a seeded generator, so that two runs of a test see the same text. Not for secrets. */
function createRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
