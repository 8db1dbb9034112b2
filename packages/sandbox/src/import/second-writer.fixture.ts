import { type CourseId, canonicalSlug, toCourseId } from '@recourse/core'
import { ORIGIN, PAGE_TITLE } from './copied-course.fixture.ts'
import { type Case, LOCK_SLUG, pageRow } from './demo-stage.fixture.ts'

/** Somebody else in the same course, by the requests that their browser would send. */
export interface SecondWriter {
  /** As 1.3 saves: what it once read, changed, to the page's address. */
  readonly save: (body: string) => Promise<void>
  readonly readBody: () => Promise<string>
  readonly deletePage: () => Promise<void>
  readonly renamePage: (title: string) => Promise<void>
  readonly publish: (isPublished: boolean) => Promise<void>
  readonly restoreFirst: () => Promise<void>
  readonly takeLock: () => Promise<void>
  readonly startCopy: (from: CourseId) => Promise<void>
}

/** What a save by them leaves on the page: a key that nobody else writes, which every reader keeps. */
export const MARK = 'x-their-save'

/** As 1.3 writes it. */
export const THEIR_LOCK = '{"canvasUserId":4711,"browserSessionId":"6f1c2f5e-2d54-4f0a-9a0c-0d5f1f4b9f11"}'

/** Where the demo's copies came from. */
export function sourceOf({ stage }: Case): CourseId {
  return toCourseId(String(stage.demo.source.id))
}

export function mark(body: string): string {
  return body.replace(/(class="cc_json"[^>]*>\s*\{)/, `$1"${MARK}":true,`)
}

export function secondWriter(subject: Case): SecondWriter {
  const { sandbox } = subject.stage.bench
  const course = `/api/v1/courses/${subject.courseId}`
  const ask = async (method: string, path: string, body?: object): Promise<Response> => {
    const headers = {
      authorization: `Bearer ${sandbox.people.administrator.tokens[0]}`,
      'content-type': 'application/json',
    }
    const content = body === undefined ? {} : { body: JSON.stringify(body) }
    const reply = await sandbox.quietFetch(new Request(`${ORIGIN}${course}${path}`, { method, headers, ...content }))
    if (!reply.ok) throw new Error(`${method} ${path}: ${reply.status} ${await reply.text()}`)
    return reply
  }
  const pageId = () => `/pages/page_id:${pageRow(subject)?.id}`
  const page = (more: object) => ask('PUT', pageId(), { wiki_page: more })
  return {
    save: async body => void (await ask('PUT', `/pages/${canonicalSlug}`, { wiki_page: { title: PAGE_TITLE, body } })),
    readBody: async () => (await (await ask('GET', `/pages/${canonicalSlug}`)).json()).body,
    deletePage: async () => void (await ask('DELETE', pageId())),
    renamePage: async title => void (await page({ title })),
    publish: async isPublished => void (await page({ published: isPublished })),
    restoreFirst: async () => void (await ask('POST', `${pageId()}/revisions/1`)),
    takeLock: async () => {
      await ask('PUT', `/pages/${LOCK_SLUG}`, {
        wiki_page: { title: 'Canvas Collections - editing', body: THEIR_LOCK },
      })
    },
    startCopy: async from => {
      const settings = { source_course_id: from }
      await ask('POST', '/content_migrations', { migration_type: 'course_copy_importer', settings })
    },
  }
}
