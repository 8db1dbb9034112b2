import { type AssetKind, assetKinds, type CopiedAssets } from '@recourse/core'
import { md5 } from './md5.ts'

/** The names by which Canvas digests rows into migration ids (`CC::CCHelper.create_key`, canvas-api §2.7). */
const ASSET_STRINGS: Readonly<Record<AssetKind, string>> = {
  modules: 'context_module',
  moduleItems: 'content_tag',
  files: 'attachment',
  pages: 'wiki_page',
  assignments: 'assignment',
  quizzes: 'quizzes:quiz',
  discussionTopics: 'discussion_topic',
  announcements: 'discussion_topic',
}

/** Ids of a shard, counted over all shards; an installation of its own is shard 1. */
const IDS_PER_SHARD = 10_000_000_000_000n

type ByMigrationId = CopiedAssets['byMigrationId']

/**
 * The migration ids of everything in a record, computed from the source ids: how a token that leaked into text is
 * tied to what it stood for where Canvas does not list the keys itself.
 */
export function migrationKeysOf(pairs: { readonly [kind in AssetKind]: ReadonlyMap<string, string> }): ByMigrationId {
  const entries = assetKinds.flatMap(kind =>
    [...pairs[kind]].flatMap(([source, id]) => keysOf(kind, source).map(key => [key, { kind, id }] as const)),
  )
  return Object.fromEntries(entries)
}

function keysOf(kind: AssetKind, sourceId: string): readonly string[] {
  const { local, global } = toShardIds(sourceId)
  const digest = (id: bigint): string => md5(`${ASSET_STRINGS[kind]}_${id}`)
  return [`i${digest(local)}`, `g${digest(global)}`]
}

/** `7`, `23~7` and `230000000000007` name the same row, seen from its own shard and from another one. */
function toShardIds(id: string): { readonly local: bigint; readonly global: bigint } {
  const [first = '0', second] = id.split('~')
  if (second !== undefined) return { local: BigInt(second), global: BigInt(first) * IDS_PER_SHARD + BigInt(second) }
  const number = BigInt(first)
  if (number > IDS_PER_SHARD) return { local: number % IDS_PER_SHARD, global: number }
  return { local: number, global: IDS_PER_SHARD + number }
}

/** Whether a page's HTML holds tokens that a copy left behind, percent-encoded spellings included. */
export function holdsLeakedToken(html: string): boolean {
  return /(?:_REFERENCE|-CC-FILEBASE|_CC_FILEBASE)(?:\$|%24)/i.test(html)
}
