import type { Call } from '../http/call.ts'
import { includes } from '../http/reading.ts'
import type { Course, ModuleItem } from '../model.ts'
import { type Content, contentOf } from '../modules/content.ts'
import { findLock, toLockJson } from '../modules/locks.ts'
import type { Standing } from '../modules/standing.ts'
import { can } from '../rights.ts'

/** A module item (canvas-api §2.3); what a type does not have is absent, not `null`. */
export function toItemJson(
  call: Call,
  course: Course,
  item: ModuleItem,
  standing: Standing | null,
): Record<string, unknown> {
  const content = contentOf(call.world, item)
  return {
    id: item.id,
    title: item.title,
    position: item.position,
    indent: item.indent,
    quiz_lti: false,
    type: item.type,
    module_id: item.moduleId,
    ...toHtmlUrl(call, course, item),
    ...(item.contentId !== null && item.type !== 'Page' ? { content_id: item.contentId } : {}),
    ...(content?.table === 'pages' ? { page_url: content.row.url } : {}),
    ...toApiUrl(call, course, item, content),
    ...(item.type === 'ExternalUrl' || item.type === 'ExternalTool'
      ? { external_url: item.externalUrl, new_tab: item.newTab }
      : {}),
    ...toRequirementJson(item, standing),
    ...(can(call, course, 'manage_course_content_edit')
      ? { published: item.state === 'active', unpublishable: true }
      : {}),
    ...(includes(call.params, 'content_details') ? { content_details: toDetails(call, course, content) } : {}),
  }
}

function toHtmlUrl({ origin }: Call, course: Course, item: ModuleItem): Record<string, unknown> {
  if (item.type === 'SubHeader') return {}
  if (item.type === 'ExternalUrl')
    return { html_url: `${origin}/api/v1/courses/${course.id}/module_item_redirect/${item.id}` }
  return { html_url: `${origin}/courses/${course.id}/modules/items/${item.id}` }
}

const COLLECTIONS = {
  File: 'files',
  Assignment: 'assignments',
  Discussion: 'discussion_topics',
  Quiz: 'quizzes',
} as const

function toApiUrl(
  { origin }: Call,
  course: Course,
  item: ModuleItem,
  content: Content | undefined,
): Record<string, unknown> {
  const base = `${origin}/api/v1/courses/${course.id}`
  switch (item.type) {
    case 'SubHeader':
    case 'ExternalUrl':
      return {}
    case 'Page':
      return content?.table === 'pages' ? { url: `${base}/pages/${encodeURIComponent(content.row.url)}` } : {}
    case 'ExternalTool':
      return { url: `${base}/external_tools/sessionless_launch?launch_type=module_item&module_item_id=${item.id}` }
    case 'File':
    case 'Assignment':
    case 'Discussion':
    case 'Quiz':
      return { url: `${base}/${COLLECTIONS[item.type]}/${item.contentId}` }
    default:
      return item.type satisfies never
  }
}

function toRequirementJson(item: ModuleItem, standing: Standing | null): Record<string, unknown> {
  const requirement = item.completionRequirement
  if (!requirement) return {}
  return {
    completion_requirement: {
      type: requirement.type,
      ...(requirement.minScore === undefined ? {} : { min_score: requirement.minScore }),
      ...(standing ? { completed: standing.isDone(item) } : {}),
    },
  }
}

function toDetails(call: Call, course: Course, content: Content | undefined): Record<string, unknown> {
  if (!content) return {}
  const details = Object.entries(toOwnDetails(call, content)).filter(([, value]) => value !== null && value !== false)
  return { ...Object.fromEntries(details), ...toLockJson(findLock(call, course, content)) }
}

/** What is empty or false is left out of the details, as in Canvas. */
function toOwnDetails({ origin }: Call, content: Content): Record<string, unknown> {
  switch (content.table) {
    case 'pages':
      return {}
    case 'files': {
      const { id, displayName, locked, hidden, unlockAt, lockAt, contentType } = content.row
      const thumbnail = contentType.startsWith('image/') ? `${origin}/images/thumbnails/show/${id}` : null
      return {
        display_name: displayName,
        locked,
        hidden,
        unlock_at: unlockAt,
        lock_at: lockAt,
        thumbnail_url: thumbnail,
      }
    }
    case 'activities': {
      const { pointsPossible, dueAt, unlockAt, lockAt } = content.row
      return { points_possible: pointsPossible, due_at: dueAt, unlock_at: unlockAt, lock_at: lockAt }
    }
    default:
      return content satisfies never
  }
}
