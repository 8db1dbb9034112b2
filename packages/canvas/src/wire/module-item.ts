import type { ModuleId, ModuleItemId } from '@recourse/core'
import { idText, moduleId, moduleItemId } from './ids.ts'
import { type Instant, instant } from './instant.ts'
import { boolean, int, map, named, number, object, or, orNull, type Shape, string } from './shape.ts'

export type ModuleItemType =
  | 'File'
  | 'Page'
  | 'Discussion'
  | 'Assignment'
  | 'Quiz'
  | 'SubHeader'
  | 'ExternalUrl'
  | 'ExternalTool'

export interface CompletionRequirement {
  /** `must_view`, `must_contribute`, `must_submit`, `must_mark_done`, `min_score` or a newer one. */
  readonly type: string
  readonly minScore: number | null
  /** Only when a student looks. */
  readonly isCompleted: boolean | null
}

/** What `include[]=content_details` adds; keys that the type of item does not have are `null`. */
export interface ContentDetails {
  readonly dueAt: Instant | null
  readonly unlockAt: Instant | null
  readonly lockAt: Instant | null
  readonly pointsPossible: number | null
}

export interface ModuleItem {
  readonly id: ModuleItemId
  readonly moduleId: ModuleId
  readonly title: string
  /** From 1, within the module; 0 for an item of old times that has none. */
  readonly position: number
  readonly indent: number
  /** A `ModuleItemType`, or one that is newer than this client. */
  readonly type: string
  /** `null` for a SubHeader. */
  readonly htmlUrl: string | null
  /** Id of the file, assignment, …; `null` for Page, SubHeader, ExternalUrl. */
  readonly contentId: string | null
  /** Slug, Page only. */
  readonly pageUrl: string | null
  readonly externalUrl: string | null
  readonly opensInNewTab: boolean
  readonly completionRequirement: CompletionRequirement | null
  /** `null` for callers who may not edit: they see only what is published. */
  readonly isPublished: boolean | null
  readonly contentDetails: ContentDetails | null
}

const completionRequirement: Shape<CompletionRequirement> = object({
  type: string,
  minScore: orNull(number),
  isCompleted: named('completed', orNull(boolean)),
})

const contentDetails: Shape<ContentDetails> = object({
  dueAt: orNull(instant),
  unlockAt: orNull(instant),
  lockAt: orNull(instant),
  pointsPossible: orNull(number),
})

export const moduleItem: Shape<ModuleItem> = object({
  id: moduleItemId,
  moduleId,
  title: or(string, ''),
  position: or(int, 0),
  indent: or(int, 0),
  type: string,
  htmlUrl: orNull(string),
  // Canvas has sent 0 for items without content.
  contentId: map(orNull(idText), id => (id === '0' ? null : id)),
  pageUrl: orNull(string),
  externalUrl: orNull(string),
  opensInNewTab: named('new_tab', or(boolean, false)),
  completionRequirement: orNull(completionRequirement),
  isPublished: named('published', orNull(boolean)),
  contentDetails: orNull(contentDetails),
})

/** What can be set on an item. Canvas renames the page or assignment behind an item with it. */
export interface ModuleItemInput {
  readonly title?: string
  /** From 1; the others make room. */
  readonly position?: number
  readonly indent?: number
  readonly externalUrl?: string
  readonly opensInNewTab?: boolean
  /** Update only; publishes what is behind the item too. */
  readonly isPublished?: boolean
  /** Update only: moves the item. */
  readonly moduleId?: ModuleId
  readonly completionRequirement?: { readonly type: string; readonly minScore?: number } | null
}

/** A new item: what it shows is named by its type. */
export type NewModuleItem = ModuleItemInput &
  (
    | { readonly type: 'Page'; readonly pageUrl: string }
    | { readonly type: 'SubHeader' }
    | { readonly type: 'ExternalUrl'; readonly externalUrl: string }
    | { readonly type: 'ExternalTool'; readonly externalUrl: string; readonly contentId: string }
    | { readonly type: 'File' | 'Discussion' | 'Assignment' | 'Quiz'; readonly contentId: string }
  )

export function moduleItemBody(input: ModuleItemInput | NewModuleItem): unknown {
  const requirement = input.completionRequirement
  return {
    module_item: {
      type: 'type' in input ? input.type : undefined,
      content_id: 'contentId' in input ? input.contentId : undefined,
      page_url: 'pageUrl' in input ? input.pageUrl : undefined,
      title: input.title,
      position: input.position,
      indent: input.indent,
      external_url: input.externalUrl,
      new_tab: input.opensInNewTab,
      published: input.isPublished,
      module_id: input.moduleId,
      completion_requirement: requirement && { type: requirement.type, min_score: requirement.minScore },
    },
  }
}
