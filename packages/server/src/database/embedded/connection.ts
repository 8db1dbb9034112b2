import { type Cluster, readPassword, SUPERUSER } from './cluster.ts'
import type { Postmaster } from './postmaster.ts'

/** What a client needs besides the name of a database. */
export interface Connection {
  readonly host: string
  readonly port: number
  readonly user: string
  readonly password: string
}

export function toConnection({ host, port }: Postmaster, cluster: Cluster): Connection {
  return { host, port, user: SUPERUSER, password: readPassword(cluster) }
}

/** As `DATABASE_URL` is written; every PostgreSQL library understands it, sockets included. */
export function toUrl({ host, port, user, password }: Connection, database: string): string {
  const isSocket = host.startsWith('/')
  const authority = `${user}:${encodeURIComponent(password)}@${isSocket ? 'localhost' : host}:${port}`
  return `postgresql://${authority}/${database}${isSocket ? `?host=${encodeURIComponent(host)}` : ''}`
}
