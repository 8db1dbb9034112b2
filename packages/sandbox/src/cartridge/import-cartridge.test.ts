import { readFile } from 'node:fs/promises'
import { TextReader, Uint8ArrayReader, Uint8ArrayWriter, ZipWriter } from '@zip.js/zip.js'
import { describe, expect, it } from 'vitest'
import { createSandbox } from '../sandbox.ts'
import { addCartridgeCourse, importCartridge } from './import-cartridge.ts'
import { unpackCartridge } from './unpack-cartridge.ts'

async function exportNamed(name: string): Promise<Uint8Array> {
  return new Uint8Array(await readFile(new URL(`../../test-data/${name}.imscc`, import.meta.url)))
}

async function zip(files: Readonly<Record<string, string | Uint8Array>>): Promise<Uint8Array> {
  const writer = new ZipWriter(new Uint8ArrayWriter(), { useWebWorkers: false })
  for (const [name, content] of Object.entries(files)) {
    await writer.add(name, typeof content === 'string' ? new TextReader(content) : new Uint8ArrayReader(content))
  }
  return writer.close()
}

async function load(bytes: Uint8Array) {
  const { world, people } = createSandbox()
  const { course, migration } = await addCartridgeCourse(world, bytes, {
    accountId: people.account.id,
    termId: people.defaultTerm.id,
    userId: people.administrator.id,
  })
  const ofCourse = <Row extends { courseId: number; state: string }>(rows: ReadonlyMap<number, Row>) =>
    [...rows.values()].filter(row => row.courseId === course.id && row.state !== 'deleted')
  return {
    world,
    people,
    course,
    migration,
    pages: () => ofCourse(world.rows.pages),
    files: () => ofCourse(world.rows.files),
    modules: () => ofCourse(world.rows.modules).toSorted((one, other) => one.position - other.position),
    items: () => ofCourse(world.rows.moduleItems).toSorted((one, other) => one.position - other.position),
    activities: () => ofCourse(world.rows.activities),
  }
}

describe('a real export', () => {
  it('gives its activities numbers, flags and lists as such', async () => {
    const t = await load(await exportNamed('course-1'))
    const [assignment, quiz] = ['assignment', 'quiz'].map(kind => t.activities().find(row => row.kind === kind))
    expect(assignment?.settings.submission_types).toEqual(['none'])
    expect(quiz?.settings).toMatchObject({ shuffle_answers: false, allowed_attempts: 1, quiz_type: 'assignment' })
    expect(Object.keys(quiz?.settings ?? {})).not.toContain('questions')
    expect(t.course.timeZone).toBe('Etc/UTC')
  })

  it('becomes a course with modules, items and files', async () => {
    const t = await load(await exportNamed('course-1'))
    expect(t.course).toMatchObject({
      name: 'COURSE-for-modules-testing',
      workflowState: 'available',
      defaultView: 'modules',
    })
    expect(t.migration).toMatchObject({ state: 'imported', type: 'canvas_cartridge_importer' })
    expect(t.modules().map(row => [row.name, row.state])).toEqual([['First Module', 'unpublished']])
    expect(t.items().map(row => [row.type, row.title])).toEqual([
      ['Assignment', 'First Module Assignment 1'],
      ['Quiz', 'First Module Quiz 1'],
      ['File', 'photo.jpg'],
      ['Page', 'First Module Wiki Page 1'],
      ['Discussion', 'First Module Discussion 1'],
      ['SubHeader', 'First Module Text Header 1'],
      ['ExternalUrl', 'First Module External URL 1'],
      ['ExternalTool', 'First Module AnalyTics Beta External Tool'],
      ['File', 'The First Measured Century: 1930-1960 (60:00)'],
    ])
    const photo = t.files().find(file => file.displayName === 'photo.jpg')
    expect(photo?.bytes.length).toBeGreaterThan(1000)
    expect(photo?.contentType).toBe('image/jpeg')
  })

  it('warns of what is named and not there', async () => {
    const t = await load(await exportNamed('course-1'))
    const descriptions = t.migration.issues.map(issue => issue.description)
    expect(descriptions.filter(text => text.includes('web_resources/sample.mp3'))).toHaveLength(1)
    expect(t.migration.issues.every(issue => issue.issueType === 'warning')).toBe(true)
  })

  it('has links between its pages resolved, however the tokens were spelt', async () => {
    const t = await load(await exportNamed('multiple-pages'))
    const second = t.pages().find(page => page.title === 'Second Page')
    expect(second?.body).toContain(`href="/courses/${t.course.id}/pages/first-page"`)
    expect(second?.body).toContain(`href="/courses/${t.course.id}/pages/third-page"`)
    expect(t.migration.issues).toEqual([])
  })

  it('finds its rows again when it is imported a second time; files are replaced, as by an upload', async () => {
    const bytes = await exportNamed('course-1')
    const t = await load(bytes)
    const rows = () => [t.pages(), t.modules(), t.items(), t.activities()].map(list => list.map(row => row.id))
    const [before, files] = [rows(), t.files()]
    importCartridge(t.world, t.course.id, await unpackCartridge(bytes), t.people.administrator.id)
    expect(rows()).toEqual(before)
    expect(t.files().map(file => file.displayName)).toEqual(files.map(file => file.displayName))
    expect(files.map(file => file.replacedById)).toEqual(t.files().map(file => file.id))
  })
})

const marker = 'course_settings/canvas_export.txt'

function canvasExport(resources: string, files: Readonly<Record<string, string>>): Promise<Uint8Array> {
  const lor = 'associatedcontent/imscc_xmlv1p1/learning-application-resource'
  return zip({
    'imsmanifest.xml': `<manifest><resources><resource identifier="c" type="${lor}" href="${marker}"><file href="${marker}"/></resource>${resources}</resources></manifest>`,
    [marker]: 'x',
    ...files,
  })
}

function page(identifier: string, title: string, body: string): string {
  return `<html><head><title>${title}</title><meta name="identifier" content="${identifier}"/></head><body>${body}</body></html>`
}

describe('a Canvas export', () => {
  it('has files found by path, renamed ones too, and by object tokens', async () => {
    const file = (id: string, path: string) =>
      `<resource identifier="${id}" type="webcontent" href="web_resources/${path}"><file href="web_resources/${path}"/></resource>`
    const bytes = await canvasExport(file('ia', 'a/b &amp; c.png') + file('ib', 'x.png'), {
      'web_resources/a/b & c.png': 'bytes',
      'web_resources/x.png': 'bytes',
      'course_settings/files_meta.xml':
        '<fileMeta><files><file identifier="ib"><display_name>Other name.png</display_name></file></files></fileMeta>',
      'wiki_content/p.html': page(
        'ip',
        'P',
        '<img src="$IMS-CC-FILEBASE$/a/b%20&amp;%20c.png"><a href="$IMS-CC-FILEBASE$/x.png?canvas_download=1&amp;canvas_qs_wrap=1">x</a><img src="$IMS-CC-FILEBASE$/gone.png">',
      ),
    })
    const t = await load(bytes)
    const [first, second] = t.files()
    expect([first?.displayName, second?.displayName]).toEqual(['b & c.png', 'Other name.png'])
    const base = `/courses/${t.course.id}`
    expect(t.pages()[0]?.body).toBe(
      `<img src="${base}/files/${first?.id}/preview"><a href="${base}/files/${second?.id}/download?wrap=1">x</a><img src="${base}/file_contents/course%20files/gone.png">`,
    )
    expect(t.migration.issues.map(issue => issue.description)).toEqual([
      'Missing links found in imported content - Wiki Page body',
    ])
  })

  it('keeps a Collections page with its JSON', async () => {
    const json = '{"MODULES":{"1":{"title":"A &amp; B &lt;i&gt; $\' \\"x\\" &nbsp;é🎓"}}}'
    const body = `<div class="cc-card-images" style="display:none"></div><div class="cc_json">${json}</div>`
    const t = await load(
      await canvasExport('', { 'wiki_content/canvas-collections-configuration.html': page('ip', 'C', body) }),
    )
    expect(t.pages()[0]).toMatchObject({ url: 'canvas-collections-configuration', body })
  })

  it('refuses a page without a letter in its title and says so', async () => {
    const t = await load(await canvasExport('', { 'wiki_content/x.html': page('ip', '!?', 'x') }))
    expect(t.pages()).toEqual([])
    expect(t.migration.issues.map(issue => issue.description)).toEqual(['Import Error: Wiki Page - "!?"'])
  })

  it('names an untitled course as Canvas names one', async () => {
    const t = await load(await canvasExport('', {}))
    expect(t.course.name).toBe('Unnamed Course')
  })

  it('takes a thousand modules with odd names', async () => {
    const names = Array.from(
      { length: 1000 },
      (_, index) => `M${index} &amp; &lt;b&gt; "' $' é ‏א‏ 🎓 ${'x'.repeat(index % 255)}`,
    )
    const modules = names.map(
      (name, index) =>
        `<module identifier="m${index}"><title>${name}</title><workflow_state>active</workflow_state><position>${index + 1}</position></module>`,
    )
    const t = await load(
      await canvasExport('', { 'course_settings/module_meta.xml': `<modules>${modules.join('')}</modules>` }),
    )
    const expected = names.map(name => name.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&'))
    // The XML's own white space around a title is not part of it.
    expect(t.modules().map(row => row.name)).toEqual(expected.map(name => name.trim()))
  })
})

describe('a plain Common Cartridge', () => {
  it('has its web pages linked to each other and to their pictures', async () => {
    const html = (body: string) => `<html><head><title>T ${body.length}</title></head><body>${body}</body></html>`
    const bytes = await zip({
      'imsmanifest.xml': `<manifest><metadata><lom><general><title><string>Plain</string></title></general></lom></metadata>
        <organizations><organization><item identifier="root"><item identifier="m"><title>Week 1</title><item identifier="i" identifierref="one"><title>One</title></item></item></item></organization></organizations>
        <resources><resource identifier="one" type="webcontent" href="c/one.html"><file href="c/one.html"/></resource>
        <resource identifier="two" type="webcontent" href="c/d/two.html"><file href="c/d/two.html"/></resource>
        <resource identifier="pic" type="webcontent" href="img/a b.png"><file href="img/a b.png"/></resource></resources></manifest>`,
      'c/one.html': html(
        '<a href="d/two.html#x">two</a><img src="../img/a%20b.png"><a href="https://x.test/">x</a><a href="#y">y</a>',
      ),
      'c/d/two.html': html(
        '<a href="../one.html">one</a><img src="$IMS-CC-FILEBASE$/img/a%20b.png"><img src="gone.png">',
      ),
      'img/a b.png': 'png',
    })
    const t = await load(bytes)
    const [one, two] = t.pages()
    const picture = t.files().find(file => file.displayName === 'a b.png')
    const base = `/courses/${t.course.id}`
    expect(t.course.name).toBe('Plain')
    expect(one?.body).toBe(
      `<a href="${base}/pages/${two?.url}">two</a><img src="${base}/files/${picture?.id}/preview"><a href="https://x.test/">x</a><a href="#y">y</a>`,
    )
    expect(two?.body).toBe(
      `<a href="${base}/pages/${one?.url}">one</a><img src="${base}/files/${picture?.id}/preview"><img src="${base}/file_contents/course%20files/gone.png">`,
    )
    expect(t.items().map(row => [row.type, row.title, row.contentId])).toEqual([['Page', one?.title, one?.id]])
  })
})

const intro = '<html><head><title>Intro</title></head><body><img src="pic.png"></body></html>'

/** A page that brings its picture along, as a file of its own resource. */
function plain({ folder = '', head = '', title = 'Plain', item = '' } = {}): Promise<Uint8Array> {
  return zip({
    [`${folder}imsmanifest.xml`]: `${head}<manifest><metadata><lom><general><title><string>${title}</string></title></general></lom></metadata>
      <organizations><organization><item><item identifier="m"><title>Week 1</title><item identifier="i" identifierref="one"><title>One</title></item>${item}</item></item></organization></organizations>
      <resources><resource identifier="one" type="webcontent" href="c/one.html"><file href="c/one.html"/><file href="c/pic.png"/></resource></resources></manifest>`,
    [`${folder}c/one.html`]: intro,
    [`${folder}c/pic.png`]: 'png',
  })
}

describe('a Common Cartridge of another system', () => {
  it('has the bytes of its files though its folder was zipped with it', async () => {
    const t = await load(await plain({ folder: 'my course/' }))
    expect(t.files().map(file => [file.displayName, file.bytes.length])).toEqual([['pic.png', 3]])
  })

  it('shows pictures that no resource of their own names', async () => {
    const t = await load(await plain())
    expect(t.pages()[0]?.body).toBe(`<img src="/courses/${t.course.id}/files/${t.files()[0]?.id}/preview">`)
    expect(t.migration.issues).toEqual([])
  })

  it('accounts for items that show nothing', async () => {
    const t = await load(await plain({ item: '<item identifier="x" identifierref="gone"><title>Gone</title></item>' }))
    expect(t.items().map(row => row.title)).toEqual(['One'])
    expect(t.migration.issues.map(issue => issue.description)).toEqual([
      "Could not be imported: x. The outline's item “Gone” shows nothing that could be read.",
    ])
  })

  it('accounts for a file whose name leads out of the archive', async () => {
    const bytes = await zip({ 'imsmanifest.xml': '<manifest/>', 'xx/evil.txt': 'x' })
    const text = Buffer.from(bytes).toString('latin1').replaceAll('xx/evil.txt', '../evil.txt')
    const t = await load(new Uint8Array(Buffer.from(text, 'latin1')))
    expect(t.files()).toEqual([])
    expect(t.migration.issues.map(issue => issue.description)).toEqual([
      'Could not be imported: ../evil.txt. Its name leads out of the archive.',
    ])
  })

  it('reads past a DOCTYPE, whatever it declares', async () => {
    const laughs = '<!DOCTYPE m [<!ENTITY a SYSTEM "file:///etc/passwd"><!ENTITY b "&a;&a;&a;">]>'
    const t = await load(await plain({ head: laughs, title: '&a;&b;' }))
    expect(t.course.name).toBe('&a;&b;')
    expect(t.modules().map(row => row.name)).toEqual(['Week 1'])
  })

  it.each([
    ['a bare ampersand', 'Q & A', 'Q & A'],
    ['an ampersand at the end', 'Q &', 'Q &'],
    ['names of HTML', 'Caf&eacute;&nbsp;&copy;', 'Café\u00a0©'],
    ['characters that XML does not allow', 'A\u0001\u000bB', 'AB'],
    ['marks of its own', '&lt;b&gt; &amp;amp; &#233;&#x1f393; & &quot;', '<b> &amp; é🎓 & "'],
    ['a section that is no markup', '<![CDATA[a & b &eacute;]]> & c', 'a & b &eacute; & c'],
  ])('forgives a manifest %s', async (_, title, name) => {
    expect((await load(await plain({ title }))).course.name).toBe(name)
  })

  it('forgives space before the declaration', async () => {
    expect((await load(await plain({ head: '\n <?xml version="1.0"?>' }))).course.name).toBe('Plain')
  })
})

describe('a thin Common Cartridge', () => {
  const manifest = `<?xml version="1.0"?><manifest xmlns="http://www.imsglobal.org/xsd/imsccv1p3/imscp_v1p1">
    <metadata><schema>IMS Thin Common Cartridge</schema><schemaversion>1.3.0</schemaversion></metadata>
    <organizations><organization><item><item identifier="m"><title>Links</title>
      <item identifier="a" identifierref="r1"><title>Site</title></item><item identifier="b" identifierref="r2"><title>Tool</title></item>
    </item></item></organization></organizations>
    <resources><resource identifier="r1" type="imswl_imscc_xmlv1p3"><webLink><title>S</title><url href="https://s.test/?a=1&amp;b=2"/></webLink></resource>
      <resource identifier="r2" type="imsbasiclti_xmlv1p3"><metadata/><cartridge_basiclti_link xmlns:blti="b"><blti:title>T</blti:title><blti:launch_url>https://t.test/</blti:launch_url></cartridge_basiclti_link></resource></resources></manifest>`
  const links = [
    ['ExternalUrl', 'Site', 'https://s.test/?a=1&b=2'],
    ['ExternalTool', 'Tool', 'https://t.test/'],
  ]

  it('has the links that its manifest holds', async () => {
    const t = await load(await zip({ 'imsmanifest.xml': manifest }))
    expect(t.items().map(row => [row.type, row.title, row.externalUrl])).toEqual(links)
    expect(t.migration.issues).toEqual([])
  })

  it('may be its manifest alone', async () => {
    for (const text of [manifest, `\ufeff${manifest}`, manifest.slice(manifest.indexOf('<manifest'))]) {
      const t = await load(new TextEncoder().encode(text))
      expect(t.items().map(row => [row.type, row.title, row.externalUrl])).toEqual(links)
    }
  })

  it('is not any page that was saved in its place', async () => {
    const page = new TextEncoder().encode('<!DOCTYPE html><html><head><link rel="manifest" href="/x"></head></html>')
    await expect(load(page)).rejects.toThrow('This file is not a zip archive')
  })
})

describe('a Canvas export with less than its modules name', () => {
  it('accounts for each item that comes without its content', async () => {
    const item = (id: string, type: string, title: string) =>
      `<item identifier="${id}"><content_type>${type}</content_type><title>${title}</title><identifierref>gone</identifierref></item>`
    const items = item('a', 'WikiPage', 'Lost page') + item('b', 'Quizzes::Quiz', 'Lost quiz')
    const head = item('c', 'ContextModuleSubHeader', 'Head')
    const meta = `<modules><module identifier="m"><title>W</title><items>${items}${head}</items></module></modules>`
    const t = await load(await canvasExport('', { 'course_settings/module_meta.xml': meta }))
    expect(t.items().map(row => row.title)).toEqual(['Head'])
    expect(t.migration.issues.map(issue => issue.description)).toEqual([
      'Import Error: Module Item - "Lost page"',
      'Import Error: Module Item - "Lost quiz"',
    ])
  })
})
