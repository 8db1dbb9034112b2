import type { Connection } from './membership.ts'

/** As `DATABASE_URL` is written; every PostgreSQL library understands it, sockets included. */
export function toUrl({ host, port, user, password }: Connection, database: string): string {
  const isSocket = host.startsWith('/')
  const authority = `${user}:${encodeURIComponent(password)}@${isSocket ? 'localhost' : host}:${port}`
  return `postgresql://${authority}/${encodeURIComponent(database)}${isSocket ? `?host=${encodeURIComponent(host)}` : ''}`
}
