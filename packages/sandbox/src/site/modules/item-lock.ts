import type { ContextModule, ModuleItem } from '../../model.ts'
import type { ModulesView } from './modules-view.ts'

/** True if a student may see the item and not open it yet. */
export function isLocked({ standing }: ModulesView, module: ContextModule, item: ModuleItem): boolean {
  return standing !== null && (standing.lockOf(module) !== undefined || standing.waitsForEarlier(module, item))
}
