import { findAssignment } from '../activities/graded.ts'
import { folderPath } from '../files/folders.ts'
import { findFile } from '../files/store.ts'
import type { LinkSource } from '../html/course-links.ts'
import type { LinkKind } from '../html/link-tokens.ts'
import type { PackageSource } from '../html/package-links.ts'
import { toSlug } from '../html/slug.ts'
import type { Activity, Course, Page } from '../model.ts'
import type { World } from '../world.ts'
import { ACTIVITY_ASSET, type AssetKind, type ToMigrationId } from './migration-id.ts'

/** Answers the export's questions about the source course: which thing an address means, and its key. */
export function linkSource(world: World, course: Course, toKey: ToMigrationId): LinkSource {
  const findPage = pageFinder(world, course)
  return {
    courseId: course.id,
    migrationIdOf: (kind, idOrSlug) => {
      const found = kind === 'pages' ? pageAsset(findPage(idOrSlug)) : findAsset(world, course, kind, Number(idOrSlug))
      return found && toKey(found.kind, found.id)
    },
  }
}

/** As {@link linkSource}, for a package that leaves this Canvas. */
export function packageSource(world: World, course: Course, toKey: ToMigrationId): PackageSource {
  return {
    ...linkSource(world, course, toKey),
    origin: world.origin,
    filePathOf: id => filePathOf(world, course, Number(id)),
  }
}

function filePathOf(world: World, course: Course, id: number): string | undefined {
  const file = findFile(world, id)
  const folder = file && world.rows.folders.get(file.folderId)
  if (!file || file.courseId !== course.id) return undefined
  return [...(folder ? folderPath(world, folder) : []), file.displayName].join('/')
}

interface Asset {
  readonly kind: AssetKind
  readonly id: number
}

function pageAsset(page: Page | undefined): Asset | undefined {
  return page && { kind: 'wiki_page', id: page.id }
}

function findAsset(world: World, course: Course, kind: Exclude<LinkKind, 'pages'>, id: number): Asset | undefined {
  switch (kind) {
    case 'files': {
      // A link may hold the id of a file that was replaced since: its successor travels.
      const file = findFile(world, id)
      return file?.courseId === course.id ? { kind: 'attachment', id: file.id } : undefined
    }
    case 'modules':
      return isHere(world.rows.modules.get(id), course) ? { kind: 'context_module', id } : undefined
    case 'module_items':
      return isHere(world.rows.moduleItems.get(id), course) ? { kind: 'content_tag', id } : undefined
    case 'assignments':
      return isHere(findAssignment(world, id), course) ? { kind: 'assignment', id } : undefined
    case 'quizzes':
    case 'discussion_topics':
    case 'announcements':
      return activityAsset(world.rows.activities.get(id), course, kind)
    case 'calendar_events':
      return undefined
    default:
      return kind satisfies never
  }
}

const KINDS = {
  quizzes: ['quiz'],
  discussion_topics: ['discussion_topic', 'announcement'],
  announcements: ['announcement'],
} as const satisfies Record<string, readonly Activity['kind'][]>

function activityAsset(row: Activity | undefined, course: Course, kind: keyof typeof KINDS): Asset | undefined {
  const kinds: readonly Activity['kind'][] = KINDS[kind]
  return row && isHere(row, course) && kinds.includes(row.kind)
    ? { kind: ACTIVITY_ASSET[row.kind], id: row.id }
    : undefined
}

function isHere(row: { courseId: number; state: string } | undefined, course: Course): boolean {
  return row !== undefined && row.courseId === course.id && row.state !== 'deleted'
}

/** By slug, former slug, the slug that the text would make, and at last by id; pages that are there before deleted ones. */
function pageFinder(world: World, course: Course): (written: string) => Page | undefined {
  const pages = [...world.rows.pages.values()].filter(page => page.courseId === course.id)
  const byUrl = new Map<string, Page>()
  const states = [pages.filter(page => page.state !== 'deleted'), pages.filter(page => page.state === 'deleted')]
  for (const page of states.flat()) if (!byUrl.has(page.url)) byUrl.set(page.url, page)
  for (const page of states[0] ?? []) for (const url of page.formerUrls) if (!byUrl.has(url)) byUrl.set(url, page)
  return written => {
    const slug = decoded(written)
    return byUrl.get(slug) ?? byUrl.get(toSlug(slug)) ?? pages.find(page => page.id === Number.parseInt(slug, 10))
  }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
