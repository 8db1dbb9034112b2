import { type ModuleId, toModuleId } from '@recourse/core'

/** Where an address leads inside the page: `#cc-collection-N` and `#module_ID`, as 1.3 and Canvas have them. */
export type PageHash =
  | { readonly kind: 'collection'; readonly index: number }
  | { readonly kind: 'module'; readonly moduleId: ModuleId }
  | { readonly kind: 'other' }

export function parsePageHash(hash: string): PageHash {
  const collection = /^#cc-collection-(\d{1,6})$/.exec(hash)?.[1]
  if (collection !== undefined) return { kind: 'collection', index: Number(collection) }
  const moduleId = /^#(?:context_)?module_(\d{1,20})$/.exec(hash)?.[1]
  return moduleId === undefined ? { kind: 'other' } : { kind: 'module', moduleId: toModuleId(moduleId) }
}

export function collectionHash(index: number): string {
  return `#cc-collection-${index}`
}

export function moduleHash(moduleId: ModuleId): string {
  return `#module_${moduleId}`
}
