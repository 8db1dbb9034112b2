import type { ModuleEntry } from '../configuration/configuration.ts'
import { toCardBanner } from './card-banner.ts'
import { toCardDate } from './card-date.ts'
import { findLock } from './card-lock.ts'
import type { Card, LiveModule, RequirementCount, Viewer } from './collections-view.ts'
import type { SeenModule } from './see-modules.ts'

interface CardQuestion {
  readonly modules: readonly LiveModule[]
  readonly viewer: Viewer
  readonly now: string
}

export function toCard({ module, entry, collection }: SeenModule, question: CardQuestion): Card {
  const heading = [entry.label, entry.number].map(squeeze).filter(Boolean).join(' ')
  const isOwn = question.viewer === 'student'
  return {
    moduleId: module.id,
    collection,
    heading,
    title: withoutHeading(module.name, heading),
    name: module.name,
    description: entry.description,
    banner: toCardBanner(entry),
    date: toCardDate(entry),
    fyi: entry.fyi ? { html: entry.fyiText } : null,
    engage: engageOf(entry),
    metadata: entry.metadata,
    isPublished: module.published,
    isUnallocated: collection === null,
    completion: isOwn ? completionOf(module) : null,
    lock: isOwn && !entry.fyi ? findLock(module, question) : null,
  }
}

/** "Week 3: Soils" → "Soils" under the heading "Week 3"; the name itself where nothing else would be left. */
function withoutHeading(name: string, heading: string): string {
  const squeezed = squeeze(name)
  if (heading === '' || !squeezed.startsWith(heading)) return name
  return /^ ?: ?(.+)$/.exec(squeezed.slice(heading.length))?.[1] ?? name
}

function squeeze(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

/** An FYI card leads nowhere; a button always says something (collections-1.3 §1.3). */
function engageOf({ engage, engageText, fyi }: ModuleEntry): string | null {
  return engage && !fyi ? engageText.trim() || 'Engage' : null
}

function completionOf({ requirements }: LiveModule): RequirementCount | null {
  return requirements !== null && requirements.required > 0 ? requirements : null
}
