import type { ModuleId } from '../../ids.ts'
import type { ModuleEntry } from '../configuration/configuration.ts'
import type { CourseModule } from '../import/import-facts.ts'
import type { Evidence, MatchedRow } from '../import/plan-rows.ts'
import type { MatchQuestion } from './match-question.ts'

/** One rung of the ladder: which module each entry is by this evidence alone; the module may be gone, `null` is none. */
export interface Rung {
  readonly evidence: Evidence
  readonly targets: ReadonlyMap<string, string | null>
}

interface Pair {
  readonly module: CourseModule
  readonly evidence: Evidence
}

/** The pairs found so far: filled rung by rung, each entry and each module at most once. */
export class TakenPairs {
  readonly #question: MatchQuestion
  readonly #modules: ReadonlyMap<string, CourseModule>
  readonly #pairs = new Map<string, Pair>()
  readonly #used = new Set<ModuleId>()

  constructor(question: MatchQuestion) {
    this.#question = question
    this.#modules = new Map(question.modules.map(module => [module.id, module]))
  }

  freeEntries(): readonly ModuleEntry[] {
    const { chosen, entries } = this.#question
    if (this.#pairs.size === entries.length) return []
    return entries.filter(({ key }) => !this.#pairs.has(key) && chosen.get(key) !== null)
  }

  freeModules(): readonly CourseModule[] {
    const { modules } = this.#question
    return this.#used.size === modules.length ? [] : modules.filter(module => !this.#used.has(module.id))
  }

  climb({ evidence, targets }: Rung): void {
    if (targets.size === 0) return
    for (const { key } of this.freeEntries()) {
      const module = this.#find(targets.get(key))
      if (module === undefined || this.#used.has(module.id)) continue
      this.#pairs.set(key, { module, evidence })
      this.#used.add(module.id)
    }
  }

  #find(moduleId: string | null | undefined): CourseModule | undefined {
    return this.#modules.get(moduleId ?? '')
  }

  rows(rungs: readonly Rung[]): readonly MatchedRow[] {
    const rows: MatchedRow[] = []
    for (const { key, name: oldName } of this.#question.entries) {
      const pair = this.#pairs.get(key)
      if (pair === undefined) continue
      const { module, evidence } = pair
      const disagrees = this.#disagreement(key, pair, rungs)
      rows.push({ key, oldName, moduleId: module.id, name: module.name, evidence, disagrees })
    }
    return rows
  }

  #disagreement(key: string, pair: Pair, rungs: readonly Rung[]): MatchedRow['disagrees'] {
    const place = rungs.findIndex(({ evidence }) => evidence === pair.evidence)
    const below = place === -1 ? [] : rungs.slice(place + 1)
    for (const { evidence, targets } of below) {
      const module = this.#find(targets.get(key))
      if (module !== undefined && module !== pair.module) return { evidence, moduleId: module.id, name: module.name }
    }
    return null
  }
}
