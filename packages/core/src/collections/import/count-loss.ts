import type { Configuration } from '../configuration/configuration.ts'
import { isDated } from '../dates/plan-dates.ts'
import type { LossCount } from './plan-rows.ts'

/** What *Refresh* takes away: "20 descriptions, 14 images, 18 dates", and what was kept for later. Page history keeps it all. */
export function countLoss({ collections, modules, parked }: Configuration): LossCount {
  return {
    collections: collections.length,
    modules: modules.length,
    descriptions: modules.filter(entry => entry.description !== '').length,
    images: modules.filter(entry => entry.image !== '').length,
    dates: modules.filter(({ date }) => isDated(date)).length + modules.filter(({ date }) => isDated(date.to)).length,
    parked: parked.length,
  }
}
