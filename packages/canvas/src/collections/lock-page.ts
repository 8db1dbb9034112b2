import type { EditLock, HtmlParser, UserId } from '@recourse/core'
import { toUserId } from '@recourse/core'
import { parseJson } from '../http/reply-text.ts'
import type { Page } from '../wire/page.ts'
import { either, map, named, number, object, orNull, string, tryShape } from '../wire/shape.ts'

/** Canvas Collections 1.3 knows its lock by this title, and takes it under this slug (collections-1.3 §1.3). */
export const LOCK_TITLE = 'Canvas Collections - editing'
export const LOCK_SLUG = 'canvas-collections-editing'

/** What stands in the lock page. 1.3 compares both keys; unknown ones it leaves alone. */
export interface LockText {
  readonly userId: UserId | null
  readonly sessionId: string | null
}

export function isLockPage({ title, url }: Pick<Page, 'title' | 'url'>): boolean {
  return title.trim().toLowerCase() === LOCK_TITLE.toLowerCase() || url === LOCK_SLUG
}

const lockText = object<LockText>({
  userId: named('canvasUserId', orNull(map(either(string, number), id => toUserId(String(id))))),
  sessionId: named('browserSessionId', orNull(string)),
})

/** A text that nobody can read is a lock of nobody in particular. */
export function readLockText(body: string | null, parseHtml: HtmlParser): LockText {
  const json = parseJson(body === null ? '' : textOf(parseHtml(body)).trim())
  return tryShape(lockText, json.ok ? json.value : null) ?? { userId: null, sessionId: null }
}

/**
 * `at` makes every text a new one: Canvas moves `updated_at`, by which 1.3 judges a lock's age, only with a change.
 * An id is a number to 1.3 (`parseInt`).
 */
export function writeLockText(lock: { userId: UserId; sessionId: string; at: string }): string {
  const id = Number(lock.userId)
  const canvasUserId = Number.isSafeInteger(id) ? id : lock.userId
  return JSON.stringify({ canvasUserId, browserSessionId: lock.sessionId, at: lock.at })
}

export function toEditLock(page: Page, parseHtml: HtmlParser, user: UserId | null): EditLock {
  const { userId } = readLockText(page.body, parseHtml)
  return {
    pageId: page.id,
    userId,
    userName: page.lastEditedBy?.displayName || null,
    updatedAt: page.updatedAt ?? page.createdAt ?? '',
    mine: user !== null && userId === user,
  }
}

type Node = ReturnType<HtmlParser>['children'][number]

/** Text of a page without what Canvas adds for its apps (`<link>`, `<script>`, canvas-api §2.4). */
function textOf(root: { readonly children: readonly Node[] }): string {
  return root.children.map(textOfNode).join('')
}

function textOfNode(node: Node): string {
  if (node.type === 'text') return node.value
  if (node.type !== 'element' || node.tagName === 'script' || node.tagName === 'style') return ''
  return textOf(node)
}
