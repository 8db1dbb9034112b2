import { expect, it } from 'vitest'
import { safeUrl } from './safe-url.ts'

const origin = 'https://canvas.test'

it.each([
  ['https://web.test/a.png', 'https://web.test/a.png'],
  ['/files/9/download', 'https://canvas.test/files/9/download'],
  ['//web.test/a.png', 'https://web.test/a.png'],
])('%s may be followed', (url, expected) => {
  expect(safeUrl(url, origin)).toBe(expected)
})

it.each([
  'javascript:alert(1)',
  ' JaVaScRiPt:alert(1)',
  'java\nscript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'data:image/svg+xml,<svg onload=alert(1)>',
  'vbscript:x',
  'blob:https://canvas.test/1',
  'file:///etc/passwd',
  'mailto:a@b.test',
  'http://',
  '',
  null,
])('%s may not', url => {
  expect(safeUrl(url, origin)).toBeUndefined()
})
