import type { ClaytonsPlan } from '@recourse/core'

/** A plan of static pages as `--json` prints it: what the pages hold only in a dry run. */
export function claytonsPlanJson(plan: ClaytonsPlan, { withBodies }: { readonly withBodies: boolean }): object {
  if (plan.kind !== 'ready') return plan
  const { facts: _facts, choices, pages, ...rest } = plan
  const bare = pages.map(({ before: _before, body, ...page }) => ({ ...page, ...(withBodies && { body }) }))
  return { ...rest, choices, pages: bare }
}
