import { type Connections, connect } from './connect.ts'
import { toConnectionFault } from './connection-fault.ts'
import { toDataFolder } from './data-folder.ts'
import { DatabaseError } from './database-error.ts'
import { openEmbedded } from './embedded/open-embedded.ts'
import { migrate } from './migrate.ts'
import { readMigrations } from './migrations.ts'
import { requireSupported } from './server-version.ts'

/** The database, and what has to be let go of in the end: an embedded server stops with its last user. */
export interface Database extends Connections {
  /** For people, without a password: a folder, or host, port and name. */
  readonly place: string
  readonly kind: 'embedded' | 'own'
  readonly major: number
}

export interface DatabaseOptions {
  /** `DATABASE_URL`, `RECOURSE_DATA`. */
  readonly env: Readonly<Record<string, string | undefined>>
  /** `current`, the default: brought up to date before anybody uses them · `as-is`. */
  readonly tables?: 'current' | 'as-is'
}

/** The server of `DATABASE_URL`, else the embedded one of the data folder. */
export async function openDatabase({ env, tables = 'current' }: DatabaseOptions): Promise<Database> {
  const url = env.DATABASE_URL
  const opened = url === undefined || url === '' ? await openEmbedded(toDataFolder(env)) : openOwn(url)
  try {
    return { ...opened, major: await prepare(opened, tables) }
  } catch (error) {
    await opened[Symbol.asyncDispose]()
    throw toConnectionFault(error, opened.place) ?? error
  }
}

/** Opens, works, closes; a fault of the database during the work is said as one. */
export async function withDatabase<T>(options: DatabaseOptions, work: (database: Database) => Promise<T>): Promise<T> {
  await using database = await openDatabase(options)
  try {
    return await work(database)
  } catch (error) {
    throw toConnectionFault(error, database.place) ?? error
  }
}

async function prepare({ pool }: Connections, tables: 'current' | 'as-is'): Promise<number> {
  const client = await pool.connect()
  try {
    const major = await requireSupported(client)
    if (tables === 'current') await migrate(client, readMigrations())
    return major
  } finally {
    client.release()
  }
}

function openOwn(url: string): Omit<Database, 'major'> {
  return { ...connect(url), kind: 'own', place: toPlace(url) }
}

function toPlace(url: string): string {
  if (!URL.canParse(url) || !/^postgres(ql)?:/.test(url)) {
    const message = 'DATABASE_URL is not the address of a PostgreSQL database.'
    throw new DatabaseError('unreachable', message, 'It looks like postgresql://user:password@host:5432/recourse.')
  }
  const { host, pathname, searchParams } = new URL(url)
  return `${searchParams.get('host') ?? (host === '' ? 'localhost' : host)}${pathname}`
}
