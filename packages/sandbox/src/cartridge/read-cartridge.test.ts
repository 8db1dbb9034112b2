import { readFile } from 'node:fs/promises'
import { type CartridgeCourse, CartridgeError } from '@recourse/core/cartridge'
import { describe, expect, it } from 'vitest'
import { readUnpacked } from './import-cartridge.ts'
import { unpackCartridge } from './unpack-cartridge.ts'

async function readExport(name: string): Promise<CartridgeCourse> {
  const bytes = await readFile(new URL(`../../test-data/${name}.imscc`, import.meta.url))
  return readUnpacked(await unpackCartridge(new Uint8Array(bytes)))
}

function read(contents: Readonly<Record<string, string>>): CartridgeCourse {
  const encoder = new TextEncoder()
  const files = new Map(Object.entries(contents).map(([name, text]) => [name, encoder.encode(text)]))
  const texts = new Map(Object.entries(contents).filter(([name]) => /\.(xml|html|qti)$/.test(name)))
  return readUnpacked({ files, texts })
}

describe('a real Canvas export with modules', async () => {
  const course = await readExport('course-1')

  it('has the title and settings of the course', () => {
    expect(course).toMatchObject({ title: 'COURSE-for-modules-testing', version: '1.3.0', isCanvasExport: true })
    expect(course.settings?.get('default_view')).toBe('modules')
  })

  it('has its modules with items as module_meta.xml has them', () => {
    const [module] = course.modules
    expect(course.modules).toHaveLength(1)
    expect(module).toMatchObject({ title: 'First Module', isPublished: false, position: 1 })
    expect(module?.items.map(item => `${item.position} ${item.type} ${item.title}`)).toEqual([
      '1 Assignment First Module Assignment 1',
      '2 Quiz First Module Quiz 1',
      '3 File photo.jpg',
      '4 Page First Module Wiki Page 1',
      '5 Discussion First Module Discussion 1',
      '6 SubHeader First Module Text Header 1',
      '7 ExternalUrl First Module External URL 1',
      '8 ExternalTool First Module AnalyTics Beta External Tool',
      '9 File The First Measured Century: 1930-1960 (60:00)',
    ])
    expect(module?.items[6]).toMatchObject({ url: 'http://google.com', contentIdentifier: null })
  })

  it('has everything the items show', () => {
    const known = new Set([...course.pages, ...course.files, ...course.activities].map(row => row.identifier))
    const shown = course.modules.flatMap(module => module.items.filter(item => !/^External|SubHeader/.test(item.type)))
    expect(shown.filter(item => !known.has(item.contentIdentifier ?? ''))).toEqual([])
  })

  it('has bodies', () => {
    expect(course.pages.map(page => page.body)).toEqual(['<p><strong>This is RCE content for a Wiki Page</strong></p>'])
    const bodies = new Map(course.activities.map(row => [row.title, row.body]))
    expect(bodies.get('First Module Discussion 1')).toBe('<p><strong>This is RCE content for a Discussion</strong></p>')
    expect(bodies.get('First Module Quiz 1')).toBe('<p><strong>This is RCE content for Quiz 1</strong></p>')
    expect(bodies.get('First Module Assignment 1')).toContain('content for this assignment')
  })

  it('has the questions of its quiz', () => {
    const quiz = course.activities.find(row => row.kind === 'quiz')
    expect(quiz).toMatchObject({ pointsPossible: 1, isPublished: true })
    expect(quiz?.questions).toMatchObject([{ type: 'multiple_choice_question' }])
  })

  it('takes one file that has two identifiers for one file', () => {
    const photos = course.files.filter(file => file.path === 'photo.jpg')
    expect(photos).toMatchObject([
      { identifier: 'i20d994c705d4f2bf05a753e922547b06', aliases: ['ieb9934f0a533d35dea38cc9cb87f26a2'] },
    ])
  })

  it('accounts for files that are named and not there, and for what it does not read', () => {
    const missing = course.leftOut.filter(entry => entry.why.includes('does not hold it')).map(entry => entry.href)
    expect(missing).toEqual([
      'web_resources/sample.mp3',
      'web_resources/published-document.pdf',
      'web_resources/published-document-2.pdf',
      'web_resources/unpublished-document.pdf',
    ])
    const bank = course.leftOut.find(entry => entry.identifier === 'i40e2c36d2a4d7d7a9248e994adfce659')
    expect(bank?.href).toBe('non_cc_assessments/i40e2c36d2a4d7d7a9248e994adfce659.xml.qti')
  })
})

describe('other real exports', () => {
  it('reads pages without modules, listed or not', async () => {
    const course = await readExport('multiple-pages')
    expect(course.title).toBe('Cartridge With Multiple Pages')
    expect(course.pages.map(page => [page.title, page.slug])).toEqual([
      ['First Page', 'first-page'],
      ['Second Page', 'second-page'],
      ['Third Page', 'third-page'],
    ])
    expect(course.pages[1]?.body).toContain('$WIKI_REFERENCE$/pages/i21fcf1e322b1d8263285fb6012b2b46c')
    expect(course.leftOut).toEqual([])
  })

  it('reads the export of another tool in Canvas form', async () => {
    const course = await readExport('canvas_cc_gem_course')
    expect(course).toMatchObject({ title: 'Canvas CC Gem Course', version: '1.1.0', isCanvasExport: true })
    expect(course.activities.map(row => [row.kind, row.title, row.pointsPossible])).toEqual([
      ['assignment', 'Course with Known Submission Type', 10],
      ['assignment', 'Course with Unknown Submission Type', 10],
      ['assignment', 'Course with Missing Submission Type', 10],
    ])
    expect(course.activities[0]?.body).toBe('<p>This is assignment content.</p>')
    expect(course.leftOut.map(entry => entry.href)).toEqual([
      'course_settings/grading_standards.xml',
      'course_settings/syllabus.html',
    ])
  })
})

interface Parts {
  readonly version?: string
  readonly organization?: string
  readonly resources?: string
}

function manifest({ version = '1.1', organization = '', resources = '' }: Parts): string {
  const flat = version.replace('.', 'p')
  return `<?xml version="1.0"?>
<manifest identifier="m" xmlns="http://www.imsglobal.org/xsd/imsccv${flat}/imscp_v1p1" xmlns:lomimscc="http://ltsc.ieee.org/xsd/imscc${flat}/LOM/manifest">
  <metadata><schema>IMS Common Cartridge</schema><schemaversion>${version}.0</schemaversion>
    <lomimscc:lom><lomimscc:general><lomimscc:title><lomimscc:string>A &amp; B</lomimscc:string></lomimscc:title></lomimscc:general></lomimscc:lom></metadata>
  <organizations><organization identifier="o" structure="rooted-hierarchy"><item identifier="root">${organization}</item></organization></organizations>
  <resources>${resources}</resources>
</manifest>`
}

const outline = `
  <item identifier="m1"><title>Week 1 &lt;&amp; &quot;$'</title>
    <item identifier="i1" identifierref="page"><title>Reading</title></item>
    <item identifier="f1"><title>Folder</title>
      <item identifier="i2" identifierref="file"><title>A file</title></item>
      <item identifier="f2"><title>Deeper</title><item identifier="i3" identifierref="link"/></item>
    </item>
  </item>
  <item identifier="m2"><title>Week 2</title><item identifier="i4" identifierref="topic"><title>Talk</title></item>
    <item identifier="i5" identifierref="gone"><title>Nothing</title></item></item>
  <item identifier="loose" identifierref="tool"><title>Loose</title></item>`

function plain(version: string): Record<string, string> {
  const flat = `v${version.replace('.', 'p')}`
  return {
    'imsmanifest.xml': manifest({
      version,
      organization: outline,
      resources: `
        <resource identifier="page" type="webcontent" href="content/page%20one.html"><file href="content/page%20one.html"/></resource>
        <resource identifier="file" type="webcontent" href="content/a b.png"><file href="content/a b.png"/><file href="content/extra.css"/></resource>
        <resource identifier="link" type="imswl_xml${flat}"><file href="link.xml"/></resource>
        <resource identifier="topic" type="imsdt_xml${flat}"><file href="topic.xml"/></resource>
        <resource identifier="tool" type="imsbasiclti_xmlv1p0"><file href="tool.xml"/></resource>
        <resource identifier="quiz" type="imsqti_xmlv1p2/imscc_xml${flat}/assessment"><file href="quiz.xml"/></resource>
        <resource identifier="bank" type="imsqti_xmlv1p2/imscc_xml${flat}/question-bank"><file href="bank.xml"/></resource>
        <resource identifier="secret" type="webcontent" href="key.pdf">
          <metadata><lom:lom xmlns:lom="x"><lom:educational><lom:intendedEndUserRole><lom:value>Instructor</lom:value></lom:intendedEndUserRole></lom:educational></lom:lom></metadata>
          <file href="key.pdf"/></resource>`,
    }),
    'content/page one.html':
      '<html><head><title>Page one</title></head><body><p><img src="a%20b.png"></p></body></html>',
    'content/a b.png': 'png',
    'content/extra.css': 'p {}',
    'link.xml':
      '<wl:webLink xmlns:wl="x"><title>Web</title><url href="https://example.test/?a=1&amp;b=2"/></wl:webLink>',
    'topic.xml': '<topic><title>Topic</title><text texttype="text/html">&lt;b&gt;Hi&lt;/b&gt;</text></topic>',
    'tool.xml':
      '<cartridge_basiclti_link xmlns:blti="x"><blti:title>Tool</blti:title><blti:launch_url>https://tool.test/</blti:launch_url></cartridge_basiclti_link>',
    'quiz.xml':
      '<questestinterop><assessment ident="q" title="Quiz"><section><item ident="x" title="One"/></section></assessment></questestinterop>',
    'bank.xml': '<questestinterop/>',
    'key.pdf': 'pdf',
    'stray.txt': 'stray',
  }
}

describe('a plain Common Cartridge', () => {
  it.each(['1.0', '1.1', '1.2', '1.3'])('of version %s is read by its outline', version => {
    const course = read(plain(version))
    expect(course).toMatchObject({ title: 'A & B', version: `${version}.0`, isCanvasExport: false, settings: null })
    expect(
      course.modules.map(module => [
        module.title,
        module.items.map(item => `${item.indent} ${item.type} ${item.title}`),
      ]),
    ).toEqual([
      [
        'Week 1 <& "$\'',
        ['0 Page Reading', '0 SubHeader Folder', '1 File A file', '1 SubHeader Deeper', '2 ExternalUrl Web'],
      ],
      ['Week 2', ['0 Discussion Talk']],
      ['Misc Module', ['0 ExternalTool Loose']],
    ])
    expect(course.modules[0]?.items[4]?.url).toBe('https://example.test/?a=1&b=2')
    expect(course.activities.map(row => [row.kind, row.title, row.isPublished])).toEqual([
      ['discussion_topic', 'Topic', true],
      ['quiz', 'Quiz', false],
    ])
    expect(course.files.map(file => [file.identifier, file.path, file.locked])).toEqual([
      ['file', 'content/a b.png', false],
      ['path:content/extra.css', 'content/extra.css', false],
      ['secret', 'key.pdf', true],
    ])
  })

  it('accounts for what it does not understand', () => {
    expect(read(plain('1.1')).leftOut.map(entry => [entry.identifier, entry.href])).toEqual([
      ['i5', null],
      ['bank', 'bank.xml'],
      [null, 'stray.txt'],
    ])
  })

  it('may lie in a folder of its archive', () => {
    const nested = Object.fromEntries(Object.entries(plain('1.2')).map(([name, text]) => [`My course/${name}`, text]))
    expect(read(nested)).toEqual(read(plain('1.2')))
  })

  it('prefers the resource that a fallback stands for, if it can be read', () => {
    const resources = (type: string) => `
      <resource identifier="a" type="${type}" href="a.xml"><file href="a.xml"/></resource>
      <resource identifier="b" type="webcontent" href="b.html"><cpx:variant xmlns:cpx="x" identifierref="a"/><file href="b.html"/></resource>`
    const files = (type: string) => ({
      'imsmanifest.xml': manifest({
        organization:
          '<item identifier="m"><title>M</title><item identifier="i" identifierref="b"/><item identifier="j" identifierref="a"/></item>',
        resources: resources(type),
      }),
      'a.xml':
        '<assignment><title>Task</title><text>t</text><gradable points_possible="5">true</gradable></assignment>',
      'b.html': '<title>Page</title>',
    })
    const items = (type: string) => read(files(type)).modules[0]?.items.map(item => `${item.type} ${item.title}`)
    expect(items('assignment_xmlv1p0')).toEqual(['Assignment Task', 'Assignment Task'])
    expect(items('imsapip_zipv1p0')).toEqual(['Page Page', 'Page Page'])
  })
})

const canvasMarker =
  '<resource identifier="c" type="associatedcontent/imscc_xmlv1p1/learning-application-resource" href="course_settings/canvas_export.txt"><file href="course_settings/canvas_export.txt"/></resource>'

function canvas(files: Readonly<Record<string, string>>, resources = ''): CartridgeCourse {
  return read({
    'imsmanifest.xml': manifest({ resources: canvasMarker + resources }),
    'course_settings/canvas_export.txt': 'x',
    ...files,
  })
}

describe('a Canvas export', () => {
  it('tells where it was made', () => {
    const context =
      '<context_info><course_id>42</course_id><course_name>X</course_name><canvas_domain>canvas.test</canvas_domain></context_info>'
    expect(canvas({ 'course_settings/context.xml': context }).source).toMatchObject({
      courseId: '42',
      canvasDomain: 'canvas.test',
    })
  })

  it('has requirements, prerequisites and instants', () => {
    const meta = `<modules><module identifier="a"><title>A</title><workflow_state>active</workflow_state><position>1</position>
        <unlock_at>2026-01-31T08:30:00</unlock_at><require_sequential_progress>true</require_sequential_progress><requirement_count>1</requirement_count>
        <items><item identifier="i"><content_type>ContextModuleSubHeader</content_type><title>H</title><workflow_state>unpublished</workflow_state><position>1</position><new_tab/><indent>2</indent></item>
          <item identifier="u"><content_type>Lti::MessageHandler</content_type><title>U</title></item></items>
        <completionRequirements><completionRequirement type="min_score"><min_score>7.5</min_score><identifierref>i</identifierref></completionRequirement></completionRequirements></module>
      <module identifier="b"><title>B</title><prerequisites><prerequisite type="context_module"><title>A</title><identifierref>a</identifierref></prerequisite></prerequisites></module></modules>`
    const course = canvas({ 'course_settings/module_meta.xml': meta })
    expect(course.modules).toMatchObject([
      {
        unlockAt: '2026-01-31T08:30:00Z',
        requireSequentialProgress: true,
        requirementCount: 1,
        items: [{ indent: 2, isPublished: false, requirement: { type: 'min_score', minScore: 7.5 } }],
      },
      { title: 'B', position: 2, isPublished: true, prerequisites: ['a'] },
    ])
    expect(course.leftOut).toMatchObject([{ identifier: 'u', type: 'Lti::MessageHandler' }])
  })

  it('has restrictions, other names and rights of files, and its folders', () => {
    const meta = `<fileMeta><folders><folder path="a/b"><locked>true</locked></folder></folders>
      <files><file identifier="f"><hidden>true</hidden><lock_at>2026-02-01 00:00:00 UTC</lock_at><display_name>New &amp; name.png</display_name>
      <usage_rights use_justification="fair_use"><legal_copyright>(C) X</legal_copyright><license>cc_by</license></usage_rights></file></files></fileMeta>`
    const resource =
      '<resource identifier="f" type="webcontent" href="web_resources/a/b/old.png"><file href="web_resources/a/b/old.png"/></resource>'
    const course = canvas(
      { 'course_settings/files_meta.xml': meta, 'web_resources/a/b/old.png': 'x', 'web_resources/more.png': 'y' },
      resource,
    )
    expect(course.folders).toMatchObject([{ path: 'a/b', locked: true, hidden: false }])
    expect(course.files.find(file => file.identifier === 'f')).toMatchObject({
      path: 'a/b/old.png',
      displayName: 'New & name.png',
      hidden: true,
      lockAt: '2026-02-01T00:00:00Z',
      usageRights: { useJustification: 'fair_use', legalCopyright: '(C) X', license: 'cc_by' },
    })
    expect(course.files.find(file => file.path === 'more.png')?.identifier).toBe('path:web_resources/more.png')
  })

  it('lets the last of two files with one identifier keep it', () => {
    const one = (name: string) =>
      `<resource identifier="f" type="webcontent" href="web_resources/${name}"><file href="web_resources/${name}"/></resource>`
    const course = canvas({ 'web_resources/a.png': 'a', 'web_resources/b.png': 'b' }, one('a.png') + one('b.png'))
    expect(course.files.map(file => [file.identifier, file.path])).toEqual([
      ['path:web_resources/a.png', 'a.png'],
      ['f', 'b.png'],
    ])
  })

  it('reads page metadata of all vintages', () => {
    const page = (meta: string) =>
      `<html><head><title>T &amp; T</title><meta name="identifier" content="p"/>${meta}</head><body>\n<p class="a  b">x</p>\n</body></html>`
    const read = (meta: string) => canvas({ 'wiki_content/t-t.html': page(meta) }).pages[0]
    expect(read('<meta name="workflow_state" content="unpublished"/>')?.isPublished).toBe(false)
    expect(read('<meta name="hide_from_students" content="true"/>')?.isPublished).toBe(false)
    expect(
      read('<meta name="front_page" content="true"/><meta name="editing_roles" content="teachers,students"/>'),
    ).toEqual({
      identifier: 'p',
      href: 'wiki_content/t-t.html',
      slug: 't-t',
      title: 'T & T',
      body: '<p class="a  b">x</p>',
      isPublished: true,
      isFrontPage: true,
      editingRoles: 'teachers,students',
      todoDate: null,
      publishAt: null,
    })
  })

  it('tells announcements from discussions, and keeps the dates of graded ones', () => {
    const resources = `<resource identifier="t" type="imsdt_xmlv1p1"><file href="t.xml"/><dependency identifierref="tm"/></resource>
      <resource identifier="tm" type="associatedcontent/imscc_xmlv1p1/learning-application-resource" href="tm.xml"><file href="tm.xml"/></resource>
      <resource identifier="n" type="imsdt_xmlv1p1"><file href="n.xml"/><dependency identifierref="nm"/></resource>
      <resource identifier="nm" type="associatedcontent/imscc_xmlv1p1/learning-application-resource" href="nm.xml"><file href="nm.xml"/></resource>`
    const course = canvas(
      {
        't.xml': '<topic><title>T</title><text>x</text></topic>',
        'tm.xml':
          '<topicMeta><topic_id>t</topic_id><title>T</title><type>topic</type><workflow_state>unpublished</workflow_state><assignment identifier="a"><due_at>2026-03-01T00:00:00</due_at><points_possible>3</points_possible></assignment></topicMeta>',
        'n.xml': '<topic><title>N</title><text>y</text></topic>',
        'nm.xml': '<topicMeta><topic_id>n</topic_id><title>N</title><type>announcement</type></topicMeta>',
      },
      resources,
    )
    expect(course.activities).toMatchObject([
      { kind: 'discussion_topic', isPublished: false, dueAt: '2026-03-01T00:00:00Z', pointsPossible: 3 },
      { kind: 'announcement', isPublished: true },
    ])
    expect(course.leftOut).toEqual([])
  })

  it('counts its parts that are not carried over only if they hold something', () => {
    const rubrics = (inside: string) =>
      canvas({ 'course_settings/rubrics.xml': `<rubrics>${inside}</rubrics>` }).leftOut
    expect(rubrics('')).toEqual([])
    expect(rubrics('<rubric/>')).toMatchObject([{ href: 'course_settings/rubrics.xml' }])
  })

  it('falls back to the outline without module_meta.xml', () => {
    const course = read({
      'imsmanifest.xml': manifest({
        organization: '<item identifier="m"><title>M</title></item>',
        resources: canvasMarker,
      }),
      'course_settings/canvas_export.txt': 'x',
    })
    expect(course.modules.map(module => module.title)).toEqual(['M'])
  })
})

describe('what cannot be read', () => {
  function failure(files: Readonly<Record<string, string>>): CartridgeError {
    try {
      read(files)
    } catch (error) {
      if (error instanceof CartridgeError) return error
      throw error
    }
    throw new Error('It could be read.')
  }

  it('names the file whose XML is broken', () => {
    expect(failure({ 'imsmanifest.xml': '<manifest>' })).toMatchObject({ kind: 'broken-xml', file: 'imsmanifest.xml' })
    const broken = {
      'imsmanifest.xml': manifest({ resources: canvasMarker }),
      'course_settings/module_meta.xml': '<modules',
    }
    expect(failure(broken)).toMatchObject({ kind: 'broken-xml', file: 'course_settings/module_meta.xml' })
  })

  it('says that there is no manifest', () => {
    expect(failure({ 'a.xml': '<a/>' }).kind).toBe('no-manifest')
  })

  it('leaves one broken thing out and reads the rest', () => {
    const course = read({ ...plain('1.1'), 'topic.xml': '<topic><title>&nbsp;</topic>' })
    expect(course.modules.map(module => module.title)).toHaveLength(3)
    expect(course.leftOut).toContainEqual({
      identifier: null,
      type: null,
      href: 'topic.xml',
      why: 'Its XML is broken.',
    })
  })

  it('does not expand entities', () => {
    const doctype = `<!DOCTYPE a [<!ENTITY b "${'x'.repeat(1000)}"><!ENTITY c "&b;&b;&b;">]>`
    const title = '<metadata><lom><general><title>&c;</title></general></lom></metadata>'
    expect(read({ 'imsmanifest.xml': `${doctype}<manifest>${title}</manifest>` }).title).toBe('&c;')
  })

  it('is not overcome by depth', () => {
    const deep = manifest({ organization: '<item><title>x</title>'.repeat(20_000) + '</item>'.repeat(20_000) })
    const outcome = () => read({ 'imsmanifest.xml': deep })
    try {
      expect(outcome().modules).toHaveLength(1)
    } catch (error) {
      expect(error).toBeInstanceOf(CartridgeError)
    }
  })
})
