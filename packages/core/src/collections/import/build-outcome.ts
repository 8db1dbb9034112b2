import { blankConfiguration } from '../configuration/blank-configuration.ts'
import type { Configuration } from '../configuration/configuration.ts'
import type { CollectionsPage } from '../page/page-reading.ts'
import type { AddressReaders } from '../references/addressed-html.ts'
import type { ImportChoices } from './import-choices.ts'
import type { ImportFacts } from './import-facts.ts'
import type { Judgement } from './judge-import.ts'
import { mergeConfigurations } from './merge-configurations.ts'
import type { OwnConfiguration } from './own-configuration.ts'
import type { MergePlan } from './plan-rows.ts'
import { repairConfiguration } from './repair-configuration.ts'
import { settleConfiguration } from './settle-configuration.ts'
import { writtenRows } from './written-rows.ts'

/** The configuration that a plan leads to, and the merge on the way there, if this course had one of its own. */
export interface Outcome {
  readonly after: Configuration
  readonly merge: MergePlan | null
  /** The rows of what is written. */
  readonly written: Judgement
}

export function buildOutcome(
  facts: ImportFacts,
  choices: ImportChoices,
  page: CollectionsPage,
  judgement: Judgement,
  own: OwnConfiguration | null,
  readers: AddressReaders,
): Outcome {
  const stamp = { fromCourseId: judgement.sourceId, at: facts.readAt }
  const repaired = repairConfiguration(page.configuration, { ...judgement, ...stamp }, readers)
  const merged =
    own === null ? null : mergeConfigurations({ base: own.base, ours: own.configuration, theirs: repaired })
  const merge = own === null || merged === null ? null : toMergePlan(own, merged)
  const wanted: Readonly<Record<ImportChoices['action'], Configuration>> = {
    proceed: merged?.configuration ?? repaired,
    'keep-own': own?.configuration ?? repaired,
    refresh: blankConfiguration(),
  }
  const chosen = { ...wanted[choices.action], imported: stamp }
  const written =
    own === null || merged === null || choices.action !== 'proceed'
      ? judgement
      : writtenRows(judgement, { ours: own.configuration, theirs: repaired, merged: merged.configuration })
  const after = choices.action === 'refresh' ? chosen : settleConfiguration(chosen, facts.modules, choices)
  return { after, merge, written }
}

function toMergePlan(own: OwnConfiguration, { kept, taken }: Pick<MergePlan, 'kept' | 'taken'>): MergePlan {
  return { revisionId: own.revisionId, updatedAt: own.updatedAt, ours: own.configuration, kept, taken }
}
