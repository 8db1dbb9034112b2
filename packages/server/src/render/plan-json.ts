import type { ImportPlan, PlannedPage, ReadyPlan } from '@recourse/core'

/**
 * A plan as `--json` prints it: as core drew it, without whole configurations, which only a dry run shows. Its keys
 * are a public format (packages/server/README.md).
 */
export function planJson(plan: ImportPlan): object {
  if (plan.kind === 'nothing') return { ...plan, page: plan.page && pageJson(plan.page) }
  if (plan.kind !== 'ready') return plan
  const { before: _before, after: _after, merge, page, ...rest } = plan
  return { ...rest, page: pageJson(page), merge: mergeJson(merge) }
}

function pageJson({ reading: _reading, ...rest }: PlannedPage): object {
  return rest
}

function mergeJson(merge: ReadyPlan['merge']): object | null {
  if (merge === null) return null
  const { ours: _ours, ...rest } = merge
  return rest
}
