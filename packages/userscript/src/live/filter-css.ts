import type { ModuleId } from '@recourse/core'

/**
 * Rules that take modules off Canvas's list. By address, so that whatever Canvas draws again, late or elsewhere on the
 * page stays filtered, and its nodes are never touched; what is new on the page stays visible.
 */
export function hideModulesCss(hidden: readonly ModuleId[]): string {
  return rule(hidden, 'none')
}

/** Against who hides modules by the styles of their nodes. */
export function showModulesCss(shown: readonly ModuleId[]): string {
  return rule(shown, 'block')
}

function rule(ids: readonly ModuleId[], display: 'none' | 'block'): string {
  const selectors = ids.filter(id => /^\d+$/.test(id)).map(id => `#context_module_${id}`)
  return selectors.length === 0 ? '' : `${selectors.join()}{display:${display}!important}`
}

export function hiddenModules(all: readonly ModuleId[], shown: readonly ModuleId[]): readonly ModuleId[] {
  const stays = new Set(shown)
  return all.filter(id => !stays.has(id))
}
