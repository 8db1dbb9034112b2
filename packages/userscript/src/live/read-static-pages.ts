import type { PlannedClayton, StaticPage } from '@recourse/core'
import { type ClaytonsPlace, readClaytonsPlan } from '../import/claytons-session.ts'

/** How the static pages stand; many requests, and so only when somebody looks. */
export async function readStaticPages(place: ClaytonsPlace): Promise<readonly StaticPage[]> {
  const plan = await readClaytonsPlan(place)
  return plan.kind === 'ready' ? toStaticPages(plan.pages) : []
}

/** Pages that are not there yet are told of without a look into them. */
export function toStaticPages(pages: readonly PlannedClayton[]): readonly StaticPage[] {
  return pages
    .filter(({ state }) => state !== 'create')
    .flatMap(({ title, collections }) =>
      collections.map(({ name, state }) => ({ collection: name, title, isCurrent: state === 'current' })),
    )
}
