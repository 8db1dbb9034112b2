import { getPage, putPage } from '../pages/pages.ts'
import type { Bench } from './bench.ts'
import { describe, expect } from './runner.ts'

/** What Canvas makes of HTML on save: canvas-api §4, the executed examples. */
const SANITISED: readonly (readonly [what: string, sent: string, stored: string])[] = [
  ['a hidden element', '<div class="x" style="display:none">t</div>', '<div class="x" style="display:none">t</div>'],
  ['escaped text', '<p>&amp; &lt;b&gt; " \' \u00a0 é 😀</p>', '<p>&amp; &lt;b&gt; " \' &nbsp; é 😀</p>'],
  ['quotes in text', '<p>&quot;a&quot;</p>', '<p>"a"</p>'],
  ['line ends and tabs', '<p>a\n\tb</p>', '<p>a\n\tb</p>'],
  ['a script', '<p>a</p><script>alert(1)</script><p>b</p>', '<p>a</p><p>b</p>'],
  ['an event', '<p onclick="x()">a</p>', '<p>a</p>'],
  ['a dangerous address', '<a href="javascript:x()">a</a>', '<a>a</a>'],
  ['a comment', '<p>a<!-- b -->c</p>', '<p>ac</p>'],
  [
    'JSON in an attribute',
    `<p data-x='{"a":"&lt;&amp;"}'>a</p>`,
    '<p data-x="{&quot;a&quot;:&quot;<&amp;&quot;}">a</p>',
  ],
  ['an unknown element', '<x-y>a</x-y>', 'a'],
  ['an image within the page', '<img src="data:image/png;base64,AA==" alt="a">', '<img alt="a">'],
]

export function describePageBodies({ check, canvas, target, newCourse, newPage, newFile, newModules }: Bench): void {
  describe('the text of a page', () => {
    check('is stored as the sanitiser leaves it', async () => {
      const { id } = await newCourse()
      const page = await newPage(id, 'Sanitised')
      for (const [what, sent, stored] of SANITISED) {
        const saved = await putPage(canvas, id, { id: page.id }, { body: sent })
        expect.soft(withoutSpaceBeforeClose(saved.body), what).toBe(stored)
      }
    })

    check('stays as it is when it is read and written again', async () => {
      const { id } = await newCourse()
      const body = SANITISED.map(([, sent]) => sent).join('\n')
      const page = await newPage(id, 'Twice', { body })
      const again = await putPage(canvas, id, { id: page.id }, { body: page.body ?? '' })
      expect(again.body).toBe(page.body)
    })

    check('is read with addresses of this Canvas, and what they lead to', async () => {
      const { id } = await newCourse()
      const [module] = await newModules(id, 'M')
      const other = await newPage(id, 'Other page')
      const links = `<a href="/courses/${id}/pages/other-page">p</a><a href="/courses/${id}/modules/${module?.id}">m</a>`
      const page = await newPage(id, 'Links', { body: links })
      const body = (await getPage(canvas, id, { id: page.id })).body ?? ''
      expect(other.url).toBe('other-page')
      expect(body).toContain(`href="${target.origin}/courses/${id}/pages/other-page"`)
      expect(body).toContain(`data-api-endpoint="${target.origin}/api/v1/courses/${id}/pages/other-page"`)
      expect(body).toContain('data-api-returntype="Page"')
      expect(body).toContain(`href="${target.origin}/courses/${id}/modules/${module?.id}"`)
    })

    check('leads to a file by the course it is in', async () => {
      const { id } = await newCourse()
      const file = await newFile(id, 'a.png')
      const page = await newPage(id, 'Image', { body: `<img src="/courses/${id}/files/${file.id}/preview" alt="a">` })
      const body = (await getPage(canvas, id, { id: page.id })).body ?? ''
      expect(body).toContain(`/courses/${id}/files/${file.id}/preview`)
      expect(body).toContain('data-api-returntype="File"')
    })

    check('keeps JSON in hidden text, whatever is in it', async () => {
      const { id } = await newCourse()
      const value = { name: `A & <b>"B"</b> $' \\ 😀 \u00a0 עברית`, html: '<script>x</script><p onclick="y">z</p>' }
      const text = JSON.stringify(value).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
      const page = await newPage(id, 'JSON', { body: `<div class="json" style="display:none">${text}</div>` })
      const stored = /<div class="json" style="display:none">(.*)<\/div>/s.exec(page.body ?? '')?.[1] ?? ''
      const read = stored.replaceAll('&nbsp;', '\u00a0').replaceAll('&gt;', '>').replaceAll('&lt;', '<')
      expect(JSON.parse(read.replaceAll('&amp;', '&'))).toEqual(value)
    })
  })
}

/** Some versions put a `loading` or a blank into a tag; only what the table speaks of is compared. */
function withoutSpaceBeforeClose(body: string | null): string {
  return (body ?? '').replace(/ loading="lazy"/g, '').replace(/\s+>/g, '>')
}
