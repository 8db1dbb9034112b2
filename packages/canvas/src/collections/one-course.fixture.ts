import { type Canvas, createCanvas } from '../canvas.ts'
import { jsonReply, ORIGIN, TOKEN } from '../scripted-fetch.ts'

/** For tests: a page of the course below; its versions are counted from 1, the last one is what it says now. */
export interface FakePage {
  readonly id: string
  url: string
  title: string
  readonly formerUrls?: readonly string[]
  isDeleted?: boolean
  readonly versions: string[]
}

export interface FakeCourse {
  readonly canvas: Canvas
  readonly pages: FakePage[]
  /** What reached Canvas so far: `PUT /pages/page_id:1`. */
  readonly requests: string[]
  /** Something that happens just before such a request is answered, once. */
  before: { readonly request: string; readonly happens: () => void } | undefined
}

/**
 * For tests: a Canvas with one course and some pages, as far as acts on its configuration page ask about them. What a
 * test adds to `replies`, by path, is answered as it stands; every list that is not there is empty.
 */
export function fakeCourse(pages: FakePage[], replies: Readonly<Record<string, unknown>> = {}): FakeCourse {
  const requests: string[] = []
  const answer = async (request: Request): Promise<Response> => {
    const path = decodeURIComponent(new URL(request.url).pathname).replace(/^\/api\/v1(?:\/courses\/[^/]+)?/, '')
    const name = `${request.method} ${path}`
    requests.push(name)
    if (course.before?.request === name) {
      const { happens } = course.before
      course.before = undefined
      happens()
    }
    if (Object.hasOwn(replies, path)) return jsonReply(replies[path])
    const [, key, number] = /^\/pages\/([^/]+)(?:\/revisions\/?(\w*))?$/.exec(path) ?? []
    if (key === undefined) return path === '/users/self' ? jsonReply({ id: 7, name: 'A person' }) : listOf(path, pages)
    const page = findFake(pages, key)
    if (number !== undefined) return answerVersion(request, page, number)
    return page === undefined && request.method !== 'PUT' ? notFound() : answerPage(request, page, pages)
  }
  const canvas = createCanvas({
    origin: ORIGIN,
    fetch: answer,
    auth: { kind: 'token', token: TOKEN },
    sleep: async () => {},
  })
  const course: FakeCourse = { canvas, pages, requests, before: undefined }
  return course
}

function findFake(pages: readonly FakePage[], key: string): FakePage | undefined {
  const here = pages.filter(({ isDeleted }) => isDeleted !== true)
  const found = here.find(({ id, url }) => key === `page_id:${id}` || key === url)
  return found ?? here.find(({ formerUrls = [] }) => formerUrls.includes(key))
}

function listOf(path: string, pages: readonly FakePage[]): Response {
  return jsonReply(path === '/pages' ? pages.filter(({ isDeleted }) => isDeleted !== true).map(toJson) : [])
}

async function answerPage(request: Request, page: FakePage | undefined, pages: FakePage[]): Promise<Response> {
  if (request.method === 'DELETE' && page !== undefined) page.isDeleted = true
  if (request.method !== 'PUT') return page === undefined ? notFound() : jsonReply(toJson(page))
  const { title, body } = (await request.json()).wiki_page
  const saved = page ?? { id: String(pages.length + 100), url: '', title: '', versions: [] }
  if (page === undefined) pages.push(saved)
  if (title !== undefined && title !== saved.title) Object.assign(saved, { title, url: freeUrl(pages, saved, title) })
  if (body !== undefined && body !== saved.versions.at(-1)) saved.versions.push(body)
  return jsonReply(toJson(saved))
}

/** Deleted pages keep their addresses. */
function freeUrl(pages: readonly FakePage[], page: FakePage, title: string): string {
  const url = title
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replace(/-$/, '')
  return pages.some(other => other !== page && other.url === url) ? `${url}-2` : url
}

function answerVersion({ method }: Request, page: FakePage | undefined, number: string): Response {
  if (page === undefined) return notFound()
  if (number === '') return jsonReply(page.versions.map((_, at) => toVersionJson(page, at + 1)).toReversed())
  const at = number === 'latest' ? page.versions.length : Number(number)
  const wanted = page.versions[at - 1]
  if (wanted === undefined) return notFound()
  if (method === 'POST') page.versions.push(wanted)
  return jsonReply(toVersionJson(page, method === 'POST' ? page.versions.length : at))
}

function toJson({ id, url, title, versions }: FakePage): object {
  const updated_at = `2026-07-02T09:${String(versions.length).padStart(2, '0')}:00Z`
  return { page_id: id, url, title, published: true, body: versions.at(-1) ?? '', updated_at }
}

function toVersionJson({ url, title, versions }: FakePage, number: number): object {
  return { revision_id: number, url, title, body: versions[number - 1], latest: number === versions.length }
}

function notFound(): Response {
  return jsonReply({ message: 'page not found' }, { status: 404 })
}
