import { describe, expect, it } from 'vitest'
import { findCanvasLink, findLeakedToken, formatCanvasLink, withoutPersonal } from './canvas-url.ts'

describe('links into a Canvas course', () => {
  it.each([
    [
      'https://canvas.test/courses/5202/files/700/download',
      ['https://canvas.test', '5202', 'file', '700', '/download'],
    ],
    ['/courses/77/files/5/preview', ['', '77', 'file', '5', '/preview']],
    [
      'https://canvas.test/files/901/download?wrap=1&verifier=k3y',
      ['https://canvas.test', null, 'file', '901', '/download?wrap=1'],
    ],
    ['https://canvas.test/courses/4101/modules#module_12', ['https://canvas.test', '4101', 'module', '12', '']],
    ['/courses/4101/modules/12', ['', '4101', 'module', '12', '']],
    ['/courses/4101/modules/items/99', ['', '4101', 'module-item', '99', '']],
    ['/courses/4101/pages/kit-list#top', ['', '4101', 'page', 'kit-list', '#top']],
    ['/courses/4101/wiki/kit-list', ['', '4101', 'page', 'kit-list', '']],
    ['/courses/10~4101/assignments/7', ['', '10~4101', 'assignment', '7', '']],
    ['https://canvas.test/courses/4101', ['https://canvas.test', '4101', 'course', '', '']],
    ['/courses/4101/modules/#module_12', ['', '4101', 'module', '12', '']],
    ['/courses/4101/modules/items/99/edit?x=1', ['', '4101', 'module-item', '99', '/edit?x=1']],
    ['/courses/4101/modules/items/next', ['', '4101', 'course', '', '/modules/items/next']],
    ['/courses/4101/files/folder/Slides?x=1', ['', '4101', 'course', '', '/files/folder/Slides?x=1']],
    ['/courses/4101/assignments/syllabus', ['', '4101', 'course', '', '/assignments/syllabus']],
    ['/courses/4101/pages/items', ['', '4101', 'page', 'items', '']],
    ['HTTPS://Canvas.test/courses/4101/?x=1', ['https://canvas.test', '4101', 'course', '', '/?x=1']],
    ['/courses/4101/modules', ['', '4101', 'course', '', '/modules']],
  ])('%s', (url, [origin, courseId, kind, ref, rest]) => {
    expect(findCanvasLink(url)).toEqual({ origin, courseId, kind, ref, rest })
  })

  it.each([
    '',
    'https://img.test/a.png',
    '/users/3/files/4',
    'mailto:a@b.c',
    '/courses/abc/files/1',
    'javascript:alert(1)',
    'courses/1/files/2',
    '/courses/1/external_tools/retrieve/x',
    '/courses/1/constructor/2',
    '/courses/1/__proto__/2',
  ])('%j is none', url => {
    expect(findCanvasLink(url)).toBeUndefined()
  })

  it('are written as they were read', () => {
    const url = 'https://canvas.test/courses/5202/files/700/download?wrap=1'
    const link = findCanvasLink(url)
    expect(link && formatCanvasLink(link)).toBe(url)
  })
})

describe('tokens that leaked into text', () => {
  const id = `i${'0123456789abcdef'.repeat(2)}`
  it.each([
    [
      `$CANVAS_COURSE_REFERENCE$/file_ref/${id}/download?wrap=1`,
      { kind: 'file', migrationId: id, rest: '/download?wrap=1' },
    ],
    [`$WIKI_REFERENCE$/pages/${id}`, { kind: 'page', migrationId: id, rest: '' }],
    [`%24CANVAS_OBJECT_REFERENCE%24/modules/${id}`, { kind: 'module', migrationId: id, rest: '' }],
    [`$CANVAS_COURSE_REFERENCE$/modules/items/${id}`, { kind: 'module-item', migrationId: id, rest: '' }],
    [`$CANVAS_OBJECT_REFERENCE$/constructor/${id}`, { kind: 'course', migrationId: id, rest: '' }],
    ['$CANVAS_COURSE_REFERENCE$/modules', { kind: 'course', migrationId: '', rest: '/modules' }],
  ])('%s', (url, token) => {
    expect(findLeakedToken(url)).toEqual(token)
  })

  it.each(['$5', '$OTHER$/x', 'https://canvas.test/courses/1'])('%s is none', url => {
    expect(findLeakedToken(url)).toBeUndefined()
  })
})

it('parameters of a person are taken off, all others stay', () => {
  expect(withoutPersonal('/a?verifier=1&x=2&access_token=3#verifier=4')).toBe('/a?x=2#verifier=4')
  expect(withoutPersonal('/a?verifier=1')).toBe('/a')
})
