import type { CartridgeCourse } from '@recourse/core/cartridge'
import { describe, expect, it } from 'vitest'
import { readUnpacked } from './import-cartridge.ts'
import { toCoursePackage } from './to-course-package.ts'

interface Package {
  /** Attributes of the manifest. */
  readonly manifest?: string
  readonly outline?: string
  readonly organizations?: string
  readonly resources: string
  readonly files: Readonly<Record<string, string>>
}

/** A package as other tools write them: most of what the standard asks for is not there. */
function read({ manifest: attributes = '', outline = '', organizations, resources, files }: Package): CartridgeCourse {
  const encoder = new TextEncoder()
  const manifest = `<manifest ${attributes}><organizations>${organizations ?? `<organization><item>${outline}</item></organization>`}</organizations>
    <resources>${resources}</resources></manifest>`
  const all = Object.entries({ 'imsmanifest.xml': manifest, ...files })
  return readUnpacked({
    files: new Map(all.map(([name, text]) => [name, encoder.encode(text)])),
    texts: new Map(all.filter(([name]) => /\.(?:xml|x?html)$/.test(name))),
  })
}

const item = (identifier: string, ref: string, title = '') =>
  `<item identifier="${identifier}" identifierref="${ref}">${title && `<title>${title}</title>`}</item>`
const folder = (identifier: string, title: string, inside: string) =>
  `<item identifier="${identifier}"><title>${title}</title>${inside}</item>`
const resource = (identifier: string, type: string, href: string, others: readonly string[] = []) =>
  `<resource identifier="${identifier}" type="${type}" href="${href}">${[href, ...others].map(name => `<file href="${name}"/>`).join('')}</resource>`
const web = (identifier: string, href: string, others: readonly string[] = []) =>
  resource(identifier, 'webcontent', href, others)
const page = (title: string, body = 'x') => `<html><head><title>${title}</title></head><body>${body}</body></html>`

function outlineOf({ modules }: CartridgeCourse): readonly (readonly [string, readonly string[]])[] {
  return modules.map(module => [module.title, module.items.map(each => `${each.type} ${each.title}`)])
}

function bodiesOf(course: CartridgeCourse): readonly (string | null)[] {
  const { pages, activities } = toCoursePackage(course, { files: new Map(), hostName: 'x' })
  return [...pages, ...activities].map(({ body }) => body)
}

describe('the items of an outline', () => {
  const files = { 'a.html': page('A'), 'b.html': page('B'), 'c.pdf': '' }
  const resources = web('a', 'a.html') + web('b', 'b.html') + web('c', 'c.pdf')
  const identifiersOf = (course: CartridgeCourse) =>
    course.modules.map(({ items }) => items.map(({ identifier }) => identifier))

  it('all stay and can be told apart where several have one identifier, or none', () => {
    const outline =
      folder('m', 'M', item('i', 'a', 'A') + item('i', 'c', 'C') + item('i-2', 'b', 'B')) +
      folder('n', 'N', `${item('i', 'b', 'B')}<item identifierref="a"/><item identifierref="a"/>`)
    const course = read({ outline, resources, files })
    expect(outlineOf(course)).toEqual([
      ['M', ['Page A', 'File C', 'Page B']],
      ['N', ['Page B', 'Page A', 'Page A']],
    ])
    expect(identifiersOf(course)).toEqual([
      ['i', 'i-3', 'i-2'],
      ['i-4', 'a', 'a-2'],
    ])
  })

  it('do not have the identifier of something that they do not show', () => {
    const course = read({ outline: folder('m', 'M', item('b', 'c') + item('a', 'a')), resources, files })
    expect(identifiersOf(course)).toEqual([['b-2', 'a']])
  })

  it('stand in a module of their own where the first of them stands, if they are in none', () => {
    const outline = `${item('i', 'a')}${folder('m', 'M', item('j', 'b'))}${item('k', 'c')}`
    const course = read({ outline, resources, files })
    expect(outlineOf(course)).toEqual([
      ['Misc Module', ['Page A', 'File c.pdf']],
      ['M', ['Page B']],
    ])
    expect(course.modules.map(({ position }) => position)).toEqual([1, 2])
  })

  it('may stand in several outlines', () => {
    const organizations = ['a', 'b']
      .map(id => `<organization><item>${folder(`m${id}`, `M ${id}`, item(`i${id}`, id))}</item></organization>`)
      .join('')
    expect(outlineOf(read({ organizations, resources, files }))).toEqual([
      ['M a', ['Page A']],
      ['M b', ['Page B']],
    ])
  })
})

describe('titles', () => {
  it('of pages are those of the outline, then their own, then the names of their files', () => {
    const names = ['none', 'other', 'loose', 'bare']
    const course = read({
      outline: folder(
        'm',
        'M',
        item('i', 'none', 'Lecture 1') + item('j', 'other', 'Lecture 2') + item('k', 'other', 'X'),
      ),
      resources: names.map(name => web(name, `${name}.html`)).join(''),
      files: {
        'none.html': '<p>x</p>',
        'other.html': page('Untitled Document'),
        'loose.html': page('Loose'),
        'bare.html': '<p>x</p>',
      },
    })
    expect(course.pages.map(({ title }) => title)).toEqual(['Lecture 1', 'Lecture 2', 'Loose', 'bare'])
  })

  it('of a topic without one are those of the outline', () => {
    const course = read({
      outline: folder('m', 'M', item('i', 't', 'Chat')),
      resources: resource('t', 'imsdt_xmlv1p1', 't.xml'),
      files: { 't.xml': '<topic><text>Talk</text></topic>' },
    })
    expect(course.activities.map(({ title }) => title)).toEqual(['Chat'])
    expect(outlineOf(course)).toEqual([['M', ['Discussion Chat']]])
  })
})

describe('documents', () => {
  it('of XHTML hold what follows an element closed in one tag', () => {
    const text =
      '<html><head><title/><script src="x"/></head><body><iframe src="https://x.test"/><p>Text</p></body></html>'
    const course = read({ resources: web('a', 'a.xhtml'), files: { 'a.xhtml': text } })
    expect(course.pages[0]).toMatchObject({
      title: 'a',
      body: '<iframe src="https://x.test"></iframe><p>Text</p>',
    })
  })

  it('of frames lead to their frames', () => {
    const frames =
      '<frameset cols="1,2"><frame src="nav.html" name="Menu"><frameset><frame src="main.html"></frameset><noframes><body><p>None</p></body></noframes></frameset>'
    const course = read({
      resources: web('f', 'f/index.html', ['f/nav.html']) + web('m', 'f/main.html'),
      files: {
        'f/index.html': `<html><head><title>Framed</title></head>${frames}</html>`,
        'f/nav.html': page('Nav'),
        'f/main.html': page('Main'),
      },
    })
    expect(bodiesOf(course)[0]).toMatch(
      /^<p><a href="\$CANVAS_OBJECT_REFERENCE\$\/attachments\/\w+">Menu<\/a><\/p><p><a href="\$WIKI_REFERENCE\$\/pages\/m">main.html<\/a><\/p><p>None<\/p>$/,
    )
  })
})

describe('a Canvas export', () => {
  const lor = 'associatedcontent/imscc_xmlv1p1/learning-application-resource'

  it('is not what only has the file that marks one', () => {
    const files = { 'course_settings/canvas_export.txt': 'x', 'a.html': page('A') }
    const course = read({ resources: web('a', 'a.html'), files })
    expect(course).toMatchObject({ isCanvasExport: false, pages: [{ title: 'A' }] })
  })

  it('is an old one without the mark by its settings', () => {
    const settings = ['course_settings/course_settings.xml']
    const resources = resource('s', lor, 'course_settings/syllabus.html', settings) + web('h', 'web_resources/h.html')
    const files = {
      'course_settings/syllabus.html': page('S', '<p>s</p>'),
      'course_settings/course_settings.xml': '<course><title>Old</title></course>',
      'web_resources/h.html': page('H'),
    }
    const course = read({ resources, files })
    expect(course).toMatchObject({ isCanvasExport: true, title: 'Old', syllabusBody: '<p>s</p>', pages: [] })
    expect(course.files.map(({ path }) => path)).toEqual(['h.html'])
    expect(course.leftOut).toEqual([])
  })
})

describe('files', () => {
  const pathsOf = ({ files }: CartridgeCourse) => files.map(({ href }) => href)

  it('come along if only a text leads to them', () => {
    const question =
      '<questestinterop><assessment title="Q"><section><item ident="q"><presentation><material><mattext>&lt;img src="$IMS-CC-FILEBASE$/img/q.png"&gt;</mattext></material></presentation></item></section></assessment></questestinterop>'
    const course = read({
      resources: web('p', 'p/p.html') + resource('q', 'imsqti_xmlv1p2/imscc_xmlv1p1/assessment', 'q/q.xml'),
      files: {
        'p/p.html': page(
          'P',
          '<img src="pic.png"><a href="../docs/a%20b.pdf?x#y">a</a><a href="https://x.test/no.png">n</a>',
        ),
        'q/q.xml': question,
        'p/pic.png': 'x',
        'docs/a b.pdf': 'x',
        'img/q.png': 'x',
        'no.png': 'x',
      },
    })
    expect(pathsOf(course)).toEqual(['p/pic.png', 'docs/a b.pdf', 'img/q.png'])
    expect(course.leftOut.map(({ href }) => href)).toEqual(['no.png'])
  })

  it('of assignments and topics are attached to their text, unless it shows them or they are for teachers', () => {
    const course = read({
      resources:
        resource('a', 'assignment_xmlv1p0', 'a/a.xml', ['a/sheet & b.pdf', 'a/key.pdf']) +
        resource('t', 'imsdt_xmlv1p1', 't/t.xml', ['t/shown.png']) +
        resource('m', lor, 'media/face.jpg'),
      files: {
        'a/a.xml':
          '<assignment><title>A</title><attachments><attachment href="sheet &amp; b.pdf" role="All"/><attachment href="key.pdf" role="Instructor"/></attachments></assignment>',
        't/t.xml':
          '<topic><title>T</title><text>&lt;img src="$IMS-CC-FILEBASE$/t/shown.png"&gt;</text><attachments><attachment href="../media/face.jpg"/></attachments></topic>',
        'a/sheet & b.pdf': 'x',
        'a/key.pdf': 'x',
        't/shown.png': 'x',
        'media/face.jpg': 'x',
      },
    })
    expect(pathsOf(course)).toEqual(['media/face.jpg', 'a/sheet & b.pdf', 't/shown.png'])
    expect(course.leftOut.map(({ href }) => href)).toEqual(['a/key.pdf'])
    const link = (name: string) =>
      `<ul><li><a href="$CANVAS_OBJECT_REFERENCE$/attachments/\\w+">${name}</a></li></ul>`.replaceAll('$', '\\$')
    const [assignment, topic] = bodiesOf(course)
    expect(assignment).toMatch(new RegExp(`^${link('sheet &amp; b.pdf')}$`))
    expect(topic).toMatch(new RegExp(`^<img src="[^"]+/attachments/\\w+">${link('face.jpg')}$`))
  })

  const lor = 'associatedcontent/imscc_xmlv1p1/learning-application-resource'

  it('are found by the end of their path, if it is of one only', () => {
    const course = read({
      resources: web('p', 'a/p.html') + web('f', 'shared/Images/pic.png') + web('g', 'b/x.png') + web('h', 'c/x.png'),
      files: {
        'a/p.html': page('P', '<img src="images/pic.png"><img src="x.png"><img src="..\\b\\x.png">'),
        'shared/Images/pic.png': 'x',
        'b/x.png': 'x',
        'c/x.png': 'x',
      },
    })
    const token = '$CANVAS_OBJECT_REFERENCE$/attachments'
    expect(bodiesOf(course)).toEqual([`<img src="${token}/f"><img src="x.png"><img src="${token}/g">`])
  })

  it('are found where the manifest says that its addresses begin', () => {
    const course = read({ manifest: 'xml:base="all/"', resources: web('f', 'a.pdf'), files: { 'all/a.pdf': 'x' } })
    expect([pathsOf(course), course.leftOut]).toEqual([['all/a.pdf'], []])
  })

  it('are found under their names in the Unicode form of another machine', () => {
    const [composed, parted] = ['\u00fcbung.pdf', 'u\u0308bung.pdf']
    const course = read({
      resources: web('p', 'p.html') + web('f', composed),
      files: { 'p.html': page('P', `<a href="${composed}">x</a>`), [parted]: 'x' },
    })
    expect([pathsOf(course), course.leftOut]).toEqual([[parted], []])
    expect(bodiesOf(course)).toEqual(['<a href="$CANVAS_OBJECT_REFERENCE$/attachments/f">x</a>'])
  })
})

describe('web links', () => {
  it.each([
    ['www.example.org/library', 'http://www.example.org/library'],
    ['example.org:8080', 'http://example.org:8080'],
    ['//cdn.example.org/x', 'http://cdn.example.org/x'],
    ['https://example.org', 'https://example.org'],
    ['javascript:alert(1)', 'javascript:alert(1)'],
    ['mailto:a@example.org', 'mailto:a@example.org'],
    ['files/a.pdf', 'files/a.pdf'],
  ])('to %s lead to %s', (written, meant) => {
    const files = { 'l.xml': `<webLink><title>L</title><url href="${written}"/></webLink>` }
    expect(read({ resources: resource('l', 'imswl_xmlv1p1', 'l.xml'), files }).webLinks[0]?.url).toBe(meant)
  })
})
