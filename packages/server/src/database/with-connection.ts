import type { Pool, PoolClient } from 'pg'

/** One connection for work that spans several statements. After a failure nobody gets it again: who knows where it stands. */
export async function withConnection<T>(pool: Pool, work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  let isSound = false
  try {
    const result = await work(client)
    isSound = true
    return result
  } finally {
    client.release(!isSound)
  }
}
