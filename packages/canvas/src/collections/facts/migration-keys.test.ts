import { describe, expect, it } from 'vitest'
import { holdsLeakedToken, migrationKeysOf } from './migration-keys.ts'

const none: ReadonlyMap<string, string> = new Map()
const nothing = {
  modules: none,
  moduleItems: none,
  files: none,
  pages: none,
  assignments: none,
  quizzes: none,
  discussionTopics: none,
  announcements: none,
}

describe('migrationKeysOf', () => {
  it('computes what Canvas writes into tokens, local and global', () => {
    const keys = migrationKeysOf({
      ...nothing,
      files: new Map([['9', '1900']]),
      modules: new Map([['3', '21']]),
      quizzes: new Map([['4', '5']]),
    })
    // `md5sum` of "attachment_9", "context_module_10000000000003" and "quizzes:quiz_4".
    expect(keys).toMatchObject({
      i5c97f55cb71ad8f8fbc490ee719a4c8a: { kind: 'files', id: '1900' },
      g671db2f2e4497d0af3b27d9f08bdc007: { kind: 'modules', id: '21' },
      ide4d4fe237ffa50180563f81df123832: { kind: 'quizzes', id: '5' },
    })
    expect(Object.keys(keys)).toHaveLength(6)
  })

  it('takes an id of another shard for the row it is', () => {
    const pair = (id: string) => Object.keys(migrationKeysOf({ ...nothing, files: new Map([[id, '1']]) }))
    expect(pair('23~7')).toEqual(pair('230000000000007'))
    expect(pair('23~7')[0]).toBe(pair('7')[0])
  })
})

describe('holdsLeakedToken', () => {
  it.each([
    ['$CANVAS_COURSE_REFERENCE$/file_ref/i1', true],
    ['$CANVAS_OBJECT_REFERENCE$/modules/i1', true],
    ['$WIKI_REFERENCE$/pages/i1', true],
    ['%24WIKI_REFERENCE%24/pages/i1', true],
    ['$IMS-CC-FILEBASE$/a.png', true],
    ['%24IMS_CC_FILEBASE%24/a.png', true],
    ['A REFERENCE for $5', false],
    ['', false],
  ])('%j: %s', (html, expected) => {
    expect(holdsLeakedToken(html)).toBe(expected)
  })
})
