import type { Outcome } from '../carry-out.ts'

/** What was done. Nothing of the demo is expected to be refused. */
export async function must<T>(outcome: Promise<Outcome<T>>): Promise<T> {
  const result = await outcome
  if (!result.ok) throw new Error(`The demo library cannot be made: ${result.reason}: ${result.message}`)
  return result.value
}
