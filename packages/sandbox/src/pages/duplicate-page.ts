import type { Page } from '../model.ts'
import type { World } from '../world.ts'
import { addRevision, createPage, setTitle } from './change-page.ts'
import { copyTitle } from './copy-title.ts'
import { pagesOf } from './find-page.ts'

/** An unpublished "… Copy" with the same bytes for a body. */
export function duplicatePage(world: World, page: Page): Page {
  const titles = new Set(pagesOf(world, page.courseId).map(row => row.title))
  const { id, createdAt, updatedAt, revisedAt } = createPage(world, page.courseId)
  const copy: Page = {
    ...page,
    id,
    createdAt,
    updatedAt,
    revisedAt,
    url: '',
    formerUrls: [],
    title: '',
    migrationId: null,
    state: 'unpublished',
    blueprintLock: null,
    revisions: [],
  }
  setTitle(world, copy, copyTitle(page.title, title => titles.has(title)).slice(0, 255))
  world.rows.pages.set(copy.id, copy)
  addRevision(world, copy, page.lastEditedBy)
  return copy
}
