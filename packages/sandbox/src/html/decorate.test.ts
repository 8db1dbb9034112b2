import { describe, expect, it } from 'vitest'
import type { StoredFile } from '../model.ts'
import type { World } from '../world.ts'
import { decorateBody } from './decorate.ts'
import { normalizeForSave } from './normalize.ts'

const file: StoredFile = {
  id: 5,
  courseId: 1,
  migrationId: null,
  blueprintLock: null,
  createdAt: '',
  updatedAt: '',
  uuid: 'UUID',
  folderId: 1,
  displayName: 'a.png',
  filename: 'a.png',
  contentType: 'image/png',
  bytes: new Uint8Array(),
  state: 'available',
  replacedById: null,
  clonedItemId: null,
  locked: false,
  hidden: false,
  lockAt: null,
  unlockAt: null,
  usageRights: null,
}

function worldOf(preciseLinks: boolean): World {
  const empty = new Map<number, never>()
  return {
    rows: {
      accounts: empty,
      users: empty,
      enrollments: empty,
      terms: empty,
      courses: empty,
      modules: empty,
      moduleItems: empty,
      pages: empty,
      activities: empty,
      assignmentGroups: empty,
      folders: empty,
      files: new Map([
        [5, file],
        [4, { ...file, id: 4, state: 'deleted', replacedById: 5 }],
        [6, { ...file, id: 6, courseId: 2 }],
      ]),
      migrations: empty,
      progresses: empty,
      subscriptions: empty,
      completions: empty,
    },
    flags: {
      preciseLinks,
      forbiddenIs403: false,
      assetMapV2: false,
      permanentPageLinks: false,
      jsonPrefix: false,
      throttle: false,
      uploadConfirm: 'created',
    },
    origin: 'https://canvas.test',
    nowMs: () => 0,
    nowIso: () => '',
    nextId: () => 1,
    randomText: () => 'x',
  }
}

function read(html: string, { precise = true, isSession = false } = {}): string {
  return decorateBody(html, { origin: 'https://canvas.test', world: worldOf(precise), courseId: 1, isSession })
}

describe('decorateBody', () => {
  it('names the API call behind a link', () => {
    expect(read('<a href="/courses/1/pages/a-b">x</a><a href="/courses/1/modules/7">y</a>')).toBe(
      '<a href="https://canvas.test/courses/1/pages/a-b" data-api-endpoint="https://canvas.test/api/v1/courses/1/pages/a-b" data-api-returntype="Page">x</a>' +
        '<a href="https://canvas.test/courses/1/modules/7" data-api-endpoint="https://canvas.test/api/v1/courses/1/modules/7" data-api-returntype="Module">y</a>',
    )
  })

  it('gives files a verifier for a token, and images lazy loading', () => {
    expect(read('<img src="/courses/1/files/5/preview">')).toBe(
      '<img src="https://canvas.test/courses/1/files/5/preview?verifier=UUID" data-api-endpoint="https://canvas.test/api/v1/courses/1/files/5" data-api-returntype="File" loading="lazy">',
    )
    expect(read('<a href="/courses/1/files/5?wrap=1">x</a>')).toContain(
      '/courses/1/files/5/download?verifier=UUID&amp;wrap=1"',
    )
  })

  it('gives them none in a browser session', () => {
    expect(read('<img src="/courses/1/files/5/preview">', { isSession: true })).toContain('/files/5/preview"')
  })

  it('follows a replaced file and leaves the files of other courses alone', () => {
    expect(read('<img src="/courses/1/files/4/preview">')).toContain('/courses/1/files/5/preview?verifier=UUID')
    expect(read('<img src="/courses/2/files/6/preview">')).toContain(
      'src="https://canvas.test/courses/2/files/6/preview"',
    )
  })

  it('leaves texts alone in precise mode only', () => {
    const html = '<div>{"image":"/courses/1/files/5/preview","n":"https://canvas.test/courses/1/files/5?wrap=1"}</div>'
    expect(read(html)).toBe(html)
    expect(read(html, { precise: false })).toBe(
      '<div>{"image":"/courses/1/files/5/preview?verifier=UUID","n":"/courses/1/files/5/download?verifier=UUID&amp;wrap=1"}</div>',
    )
  })

  it('marks what Canvas shows in a frame of another origin', () => {
    const sizes = (html: string) =>
      read(html)
        .match(/ data-uc_(?:width|height)="[^"]*"/g)
        ?.join('')
    expect(read('<embed src="https://x.test/a" class="b">')).toMatch(
      /^<embed src="https:\/\/x.test\/a" class="instructure_user_content b" .*data-uc_snippet="PGVtYmVk[^"]*" data-uc_sig="[0-9a-f]{40}">$/,
    )
    expect(sizes('<object data="/x"></object>')).toBe(' data-uc_width="400px" data-uc_height="300px"')
    expect(sizes('<object width="50%" height="20"></object>')).toBe(' data-uc_width="50%" data-uc_height="30px"')
    expect(sizes('<object width="5em" style="height: 7px; width: 9px"></object>')).toBe(
      ' data-uc_width="5" data-uc_height="7px"',
    )
  })

  it('leaves other addresses as they are', () => {
    const html = '<a href="//cdn.test/x">a</a><a href="https://x.test/">b</a><a href="#c">c</a><a href="d">d</a>'
    expect(read(html)).toBe(html)
  })

  it('does not grow when what it made is saved and read again', () => {
    const html = '<p><a href="/courses/1/files/5/download?wrap=1">x</a></p>'
    const back = normalizeForSave(read(html), { host: 'canvas.test', courseId: 1 })
    expect(read(back)).toBe(read(html))
  })
})
