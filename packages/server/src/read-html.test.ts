import { expect, it } from 'vitest'
import { parseHtml } from './read-html.ts'

it('reads HTML as a browser would inside a div, without a document around it', () => {
  const root = parseHtml('<p>a &amp; b<script>x</script>')
  expect(root.children).toHaveLength(1)
  expect(root.children[0]).toMatchObject({
    type: 'element',
    tagName: 'p',
    children: [{ value: 'a & b' }, { tagName: 'script' }],
  })
})

it('reads nothing as an empty tree', () => {
  expect(parseHtml('').children).toEqual([])
})
