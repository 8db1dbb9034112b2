import { toUserId } from '@recourse/core'
import { describe, expect, it } from 'vitest'
import { isLockPage, readLockText, writeLockText } from './lock-page.ts'
import { parseHtml } from './parse-html.fixture.ts'

const nobody = { userId: null, sessionId: null }

describe('the text of a lock page', () => {
  it('is read as 1.3 writes it', () => {
    const body = '{"canvasUserId":17,"browserSessionId":"6f1c2f5e"}'
    expect(readLockText(body, parseHtml)).toEqual({ userId: '17', sessionId: '6f1c2f5e' })
  })

  it('is written so that 1.3 reads it: the user as a number', () => {
    const text = writeLockText({ userId: toUserId('17'), sessionId: 's', at: '2026-07-02T09:00:00Z' })
    expect(JSON.parse(text)).toEqual({ canvasUserId: 17, browserSessionId: 's', at: '2026-07-02T09:00:00Z' })
    expect(readLockText(text, parseHtml)).toEqual({ userId: '17', sessionId: 's' })
  })

  it('keeps an id that no number holds', () => {
    const text = writeLockText({ userId: toUserId('1~90071992547409931'), sessionId: 's', at: '' })
    expect(readLockText(text, parseHtml).userId).toBe('1~90071992547409931')
  })

  it.each(['', 'null', '[]', '7', '"x"', '{"canvasUserId":{}}', '<p>hello</p>', '{"canvasUserId":17'])(
    '%j is a lock of nobody',
    body => expect(readLockText(body, parseHtml)).toEqual(nobody),
  )

  it('leaves out what Canvas adds for its apps', () => {
    const script = { type: 'element', tagName: 'script', properties: {}, children: [{ type: 'text', value: 'x()' }] }
    const text = { type: 'text', value: '{"canvasUserId":17}' }
    const body = JSON.stringify({ type: 'root', children: [text, script] })
    expect(readLockText(body, parseHtml).userId).toBe('17')
  })
})

describe('isLockPage', () => {
  it.each([
    ['Canvas Collections - editing', 'canvas-collections-editing', true],
    ['Canvas Collections - editing', 'canvas-collections-editing-2', true],
    ['Renamed', 'canvas-collections-editing', true],
    ['Canvas Collections Configuration', 'canvas-collections-configuration', false],
    ['Canvas Collections - editing tips', 'canvas-collections-editing-tips', false],
  ])('%j at %j: %s', (title, url, expected) => {
    expect(isLockPage({ title, url })).toBe(expected)
  })
})
