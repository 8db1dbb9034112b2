import { parseInstant } from '../dates/instant.ts'
import type { CardLock, LiveModule } from './collections-view.ts'

interface LockQuestion {
  readonly modules: readonly LiveModule[]
  readonly now: string
}

/** Why a student cannot enter a module yet, the reason that says most; `null` for who can. */
export function findLock(
  { unlockAt, prerequisiteIds, state }: LiveModule,
  { modules, now }: LockQuestion,
): CardLock | null {
  if (unlockAt !== null && isLater(unlockAt, now)) return { kind: 'until', at: unlockAt }
  if (state !== 'locked') return null
  const waited = new Set(prerequisiteIds)
  const names = modules.filter(each => waited.has(each.id) && each.state !== 'completed').map(({ name }) => name)
  return names.length === 0 ? { kind: 'locked' } : { kind: 'prerequisites', names }
}

function isLater(instant: string, now: string): boolean {
  return (parseInstant(instant) ?? Number.NEGATIVE_INFINITY) > (parseInstant(now) ?? Number.POSITIVE_INFINITY)
}
