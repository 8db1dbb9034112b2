import type { ModuleId } from '../../ids.ts'
import type { ModuleEntry } from '../configuration/configuration.ts'
import type { CourseModule } from '../import/import-facts.ts'
import type { Evidence, MatchedRow } from '../import/plan-rows.ts'
import type { MatchQuestion } from './match-question.ts'

/** One rung of the ladder: which module each entry is by this evidence alone. */
export interface Rung {
  readonly evidence: Evidence
  readonly targets: ReadonlyMap<string, ModuleId>
}

/** The pairs found so far: filled rung by rung, each entry and each module at most once. */
export class TakenPairs {
  readonly #question: MatchQuestion
  readonly #modules: ReadonlyMap<ModuleId, CourseModule>
  readonly #pairs = new Map<string, { readonly moduleId: ModuleId; readonly evidence: Evidence }>()
  readonly #used = new Set<ModuleId>()

  constructor(question: MatchQuestion) {
    this.#question = question
    this.#modules = new Map(question.modules.map(module => [module.id, module]))
  }

  has(key: string): boolean {
    return this.#pairs.has(key)
  }

  freeEntries(): readonly ModuleEntry[] {
    const { chosen, entries } = this.#question
    return entries.filter(({ key }) => !this.#pairs.has(key) && chosen.get(key) !== null)
  }

  freeModules(): readonly CourseModule[] {
    return this.#question.modules.filter(module => !this.#used.has(module.id))
  }

  climb({ evidence, targets }: Rung): void {
    if (targets.size === 0) return
    for (const { key } of this.freeEntries()) {
      const moduleId = targets.get(key)
      if (moduleId === undefined || this.#used.has(moduleId) || !this.#modules.has(moduleId)) continue
      this.#pairs.set(key, { moduleId, evidence })
      this.#used.add(moduleId)
    }
  }

  rows(rungs: readonly Rung[]): readonly MatchedRow[] {
    return this.#question.entries.flatMap(entry => {
      const pair = this.#pairs.get(entry.key)
      if (pair === undefined) return []
      const { moduleId, evidence } = pair
      const name = this.#modules.get(moduleId)?.name ?? ''
      return [
        {
          key: entry.key,
          oldName: entry.name,
          moduleId,
          name,
          evidence,
          disagrees: this.#disagreement(entry.key, pair, rungs),
        },
      ]
    })
  }

  #disagreement(
    key: string,
    pair: { readonly moduleId: ModuleId; readonly evidence: Evidence },
    rungs: readonly Rung[],
  ): MatchedRow['disagrees'] {
    let isBelow = false
    for (const { evidence, targets } of rungs) {
      const moduleId = isBelow ? targets.get(key) : undefined
      isBelow ||= evidence === pair.evidence
      const module = moduleId === undefined || moduleId === pair.moduleId ? undefined : this.#modules.get(moduleId)
      if (module !== undefined) return { evidence, moduleId: module.id, name: module.name }
    }
    return null
  }
}
