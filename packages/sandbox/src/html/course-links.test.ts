import { describe, expect, it } from 'vitest'
import { exportLinks, type LinkSource } from './course-links.ts'
import { filesByPath } from './file-paths.ts'
import { importLinks, type LinkDestination } from './import-links.ts'
import { exportPackageLinks, importPackageLinks, type PackageSource } from './package-links.ts'

const ids = new Map([
  ['files 5', 'ifile'],
  ['pages home', 'ipage'],
  ['pages 12', 'ipage'],
  ['modules 7', 'imodule'],
  ['module_items 9', 'iitem'],
  ['assignments 3', 'iassignment'],
])

const source: LinkSource = { courseId: 1, migrationIdOf: (kind, id) => ids.get(`${kind} ${id}`) }

const destination: LinkDestination = {
  courseId: 2,
  hostNames: ['canvas.test'],
  idOf: (kind, migrationId) =>
    new Map([
      ['files ifile', '55'],
      ['pages ipage', 'home-2'],
      ['modules imodule', '77'],
      ['module_items iitem', '99'],
      ['assignments iassignment', '33'],
    ]).get(`${kind} ${migrationId}`),
  fileAt: filesByPath([
    ['images/a b.png', '55'],
    ['b?.pdf', '56'],
  ]),
  fixesRelativeUrls: false,
}

const tokens: readonly (readonly [url: string, token: string, imported: string])[] = [
  ['/courses/1/files/5', '$CANVAS_COURSE_REFERENCE$/file_ref/ifile', '/courses/2/files/55/preview'],
  ['/courses/1/files/5/preview', '$CANVAS_COURSE_REFERENCE$/file_ref/ifile/preview', '/courses/2/files/55/preview'],
  [
    '/courses/1/files/5/download?wrap=1',
    '$CANVAS_COURSE_REFERENCE$/file_ref/ifile/download?wrap=1',
    '/courses/2/files/55/download?wrap=1',
  ],
  ['/files/5/preview', '$CANVAS_COURSE_REFERENCE$/file_ref/ifile/preview', '/courses/2/files/55/preview'],
  ['https://any.host:80/courses/1/files/5', '$CANVAS_COURSE_REFERENCE$/file_ref/ifile', '/courses/2/files/55/preview'],
  ['/courses/1/files/999', '/courses/1/files/999', '/courses/1/files/999'],
  ['/courses/1/files', '$CANVAS_COURSE_REFERENCE$/files', '/courses/2/files'],
  ['/courses/1/files/folder/a', '$CANVAS_COURSE_REFERENCE$/files/folder/a', '/courses/2/files/folder/a'],
  ['/courses/1/pages/home', '$WIKI_REFERENCE$/pages/ipage', '/courses/2/pages/home-2'],
  ['/courses/1/wiki/home', '$WIKI_REFERENCE$/wiki/ipage', '/courses/2/pages/home-2'],
  [
    '/courses/1/pages/home?module_item_id=9',
    '$WIKI_REFERENCE$/pages/ipage?module_item_id=iitem',
    '/courses/2/pages/home-2?module_item_id=99',
  ],
  ['/courses/1/pages/gone', '$WIKI_REFERENCE$/pages/gone', '/courses/2/pages/gone'],
  ['/courses/1/pages', '$CANVAS_COURSE_REFERENCE$/pages', '/courses/2/pages'],
  ['/courses/1/modules/7', '$CANVAS_OBJECT_REFERENCE$/modules/imodule', '/courses/2/modules/77'],
  ['/courses/1/modules', '$CANVAS_COURSE_REFERENCE$/modules', '/courses/2/modules'],
  ['/courses/1/modules#module_7', '$CANVAS_COURSE_REFERENCE$/modules#module_7', '/courses/2/modules#module_7'],
  ['/courses/1/modules/items/9', '$CANVAS_COURSE_REFERENCE$/modules/items/iitem', '/courses/2/modules/items/99'],
  ['/courses/1/assignments/3', '$CANVAS_OBJECT_REFERENCE$/assignments/iassignment', '/courses/2/assignments/33'],
  ['/courses/1/assignments/4', '/courses/1/assignments/4', '/courses/1/assignments/4'],
  ['/courses/1/external_tools/8', '$CANVAS_COURSE_REFERENCE$/external_tools/8', '/courses/2/external_tools/8'],
  ['/courses/1/nonsense/8', '/courses/1/nonsense/8', '/courses/1/nonsense/8'],
  ['/courses/1', '$CANVAS_COURSE_REFERENCE$/', '/courses/2/'],
  ['/courses/12/pages/home', '/courses/12/pages/home', '/courses/12/pages/home'],
  ['https://canvas.test/courses/12/pages/x', 'https://canvas.test/courses/12/pages/x', '/courses/12/pages/x'],
  ['https://other.test/a', 'https://other.test/a', 'https://other.test/a'],
]

describe('links of a course copy', () => {
  for (const mode of ['precise', 'string'] as const) {
    it.each(tokens)(`turns %s into %s and that into %s (${mode})`, (url, token, imported) => {
      const html = exportLinks(`<a href="${url}">x</a>`, source, mode)
      expect(html).toBe(`<a href="${token}">x</a>`)
      expect(importLinks(html, destination).html).toBe(`<a href="${imported}">x</a>`)
    })
  }

  it('touches attributes of linking elements only in precise mode', () => {
    const html =
      '<p title="/courses/1/files/5" data-x="/courses/1/files/5">/courses/1/files/5</p><img src="/courses/1/files/5">'
    expect(exportLinks(html, source, 'precise')).toBe(
      html.replace('src="/courses/1/files/5"', 'src="$CANVAS_COURSE_REFERENCE$/file_ref/ifile"'),
    )
  })

  it('lets tokens into texts, comments and data in string mode, where no import takes them out', () => {
    const html = '<p data-x="/courses/1/modules/7">/courses/1/pages/home</p><!-- /courses/1/files/5 -->'
    const exported =
      '<p data-x="$CANVAS_OBJECT_REFERENCE$/modules/imodule">$WIKI_REFERENCE$/pages/ipage</p><!-- $CANVAS_COURSE_REFERENCE$/file_ref/ifile -->'
    expect(exportLinks(html, source, 'string')).toBe(exported)
    expect(importLinks(exported, destination).html).toBe(exported)
  })

  it('swallows the backslash of a quote in JSON text in string mode', () => {
    const html = String.raw`<div>{"a":"<!-- -->src=\"/courses/1/files/5\" b=\"/courses/1/files/5/preview\" c=\"/courses/1/modules/7\""}</div>`
    expect(exportLinks(html, source, 'string')).toBe(
      String.raw`<div>{"a":"<!-- -->src=\"$CANVAS_COURSE_REFERENCE$/file_ref/ifile" b=\"$CANVAS_COURSE_REFERENCE$/file_ref/ifile/preview\" c=\"$CANVAS_OBJECT_REFERENCE$/modules/imodule""}</div>`,
    )
  })

  it.each(['precise', 'string'] as const)('updates a link that shows its own address (%s)', mode => {
    const html = '<a href="/courses/1/pages/home">\n/courses/1/pages/home </a>'
    const imported = importLinks(exportLinks(html, source, mode), destination).html
    expect(imported).toBe('<a href="/courses/2/pages/home-2">/courses/2/pages/home-2</a>')
  })

  it('keeps what it cannot resolve and says so', () => {
    const html =
      '<img src="$CANVAS_COURSE_REFERENCE$/file_ref/ix/preview"><a href="$CANVAS_OBJECT_REFERENCE$/modules/ix">a</a>'
    expect(importLinks(html, destination)).toEqual({
      html,
      missing: [
        { kind: 'file', url: '$CANVAS_COURSE_REFERENCE$/file_ref/ix/preview' },
        { kind: 'modules', url: '$CANVAS_OBJECT_REFERENCE$/modules/ix' },
      ],
    })
  })

  it('does not add a preview to a link that opens a new window', () => {
    const html = '<a target="_blank" href="$CANVAS_COURSE_REFERENCE$/file_ref/ifile">a</a>'
    expect(importLinks(html, destination).html).toBe('<a target="_blank" href="/courses/2/files/55">a</a>')
  })

  it('never touches data-api-endpoint', () => {
    const html = '<a href="/courses/1/files/5" data-api-endpoint="https://canvas.test/api/v1/courses/1/files/5">a</a>'
    for (const mode of ['precise', 'string'] as const) {
      const imported = importLinks(exportLinks(html, source, mode), destination).html
      expect(imported).toContain('data-api-endpoint="https://canvas.test/api/v1/courses/1/files/5"')
    }
  })

  it('looks at every linking attribute of every element', () => {
    const token = '$CANVAS_COURSE_REFERENCE$/file_ref/ifile/download'
    const html = `<object data="${token}"><param value="${token}"></object><p data-download-url="${token}" title="${token}"></p>`
    expect(importLinks(html, destination).html).toBe(
      `<object data="/courses/2/files/55/download"><param value="/courses/2/files/55/download"></object><p data-download-url="/courses/2/files/55/download" title="${token}"></p>`,
    )
  })
})

const packageSource: PackageSource = {
  ...source,
  origin: 'https://canvas.test',
  filePathOf: id =>
    new Map([
      ['5', 'images/a b.png'],
      ['6', 'x & y#1.pdf'],
    ]).get(id),
}

const files: readonly (readonly [url: string, token: string])[] = [
  ['/courses/1/files/5/preview', '$IMS-CC-FILEBASE$/images/a%20b.png'],
  [
    '/courses/1/files/5/download?wrap=1&amp;verifier=x',
    '$IMS-CC-FILEBASE$/images/a%20b.png?canvas_download=1&amp;canvas_qs_wrap=1',
  ],
  ['/courses/1/files/6/preview', '$IMS-CC-FILEBASE$/x%20&amp;%20y%231.pdf'],
  ['/courses/1/pages/home', '$WIKI_REFERENCE$/pages/ipage'],
  ['/courses/9/pages/home', 'https://canvas.test/courses/9/pages/home'],
]

describe('links of an export package', () => {
  it.each(files)('writes %s as %s in either mode', (url, token) => {
    for (const mode of ['precise', 'string'] as const) {
      expect(exportPackageLinks(`<a href="${url}">x</a>`, packageSource, mode)).toBe(`<a href="${token}">x</a>`)
    }
  })

  const imports: readonly (readonly [url: string, imported: string, missing: number])[] = [
    ['$IMS-CC-FILEBASE$/images/a%20b.png', '/courses/2/files/55/preview', 0],
    ['$IMS_CC_FILEBASE$/images/a+b.png', '/courses/2/files/55/preview', 0],
    ['%24IMS-CC-FILEBASE%24/IMAGES/A%20B.PNG', '/courses/2/files/55/preview', 0],
    ['$IMS-CC-FILEBASE$/../web_resources/images/a%20b.png', '/courses/2/files/55/preview', 0],
    ['../web_resources/images/a b.png', '/courses/2/files/55/preview', 0],
    ['$IMS-CC-FILEBASE$/b?.pdf', '/courses/2/files/56/preview', 0],
    [
      '$IMS-CC-FILEBASE$/images/a%20b.png?canvas_download=1&amp;canvas_qs_wrap=1',
      '/courses/2/files/55/download?wrap=1',
      0,
    ],
    ['$IMS-CC-FILEBASE$/gone%20x.png', '/courses/2/file_contents/course%20files/gone%20x.png', 1],
    ['#top', '#top', 0],
    ['mailto:a@b.test', 'mailto:a@b.test', 0],
    ['//cdn.test/x', '//cdn.test/x', 0],
  ]

  it.each(imports)('reads %s as %s', (url, imported, missing) => {
    const result = importPackageLinks(`<a href="${url}">x</a>`, destination)
    expect(result.html).toBe(`<a href="${imported}">x</a>`)
    expect(result.missing).toHaveLength(missing)
  })
})
