import type { CourseId } from '../../ids.ts'
import type { AssetKind, CopyRecord } from '../import/import-facts.ts'
import type { ChainFrom } from '../matching/copy-chain.ts'

/** A thing of this course, by Canvas's record. */
export interface MigratedAsset {
  readonly kind: AssetKind
  readonly id: string
}

/** Migration id of a leaked token → what it stood for, in this course. */
export type FindMigrated = (migrationId: string) => MigratedAsset | undefined

/**
 * A token keeps the migration id of the copy that left it. Where that was an earlier copy (A→B of A→B→C), it names a
 * thing of the course between, which is followed from there to here.
 */
export function migratedFinder(records: readonly CopyRecord[], here: CourseId, chainFrom: ChainFrom): FindMigrated {
  const follow = ({ kind, id }: MigratedAsset, from: CourseId): MigratedAsset | undefined => {
    if (from === here) return { kind, id }
    const idHere = chainFrom(from).assets?.[kind].get(id)
    return idHere === undefined ? undefined : { kind, id: idHere }
  }
  return migrationId => {
    for (const { assets, toCourseId } of records) {
      const asset = assets?.byMigrationId[migrationId]
      const found = asset === undefined ? undefined : follow(asset, toCourseId)
      if (found !== undefined) return found
    }
    return undefined
  }
}
