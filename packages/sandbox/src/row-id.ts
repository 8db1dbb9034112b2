/** Global ids are `shard × 10^13 + local id` (Canvas: switchman). */
const SHARD_SIZE = 10_000_000_000_000

/**
 * The row id in a path or parameter: `N`, `shard~N`, or the long global form. The sandbox is one shard and
 * answers to any shard number. `undefined` for anything else.
 */
export function toRowId(written: string): number | undefined {
  const match = /^(?:\d{1,5}~)?(\d{1,18})$/.exec(written.trim())
  return match ? Number(match[1]) % SHARD_SIZE : undefined
}
