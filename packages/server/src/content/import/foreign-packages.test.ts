import { describe, expect, it } from 'vitest'
import { withTestDatabase } from '../../database/test-database.fixture.ts'
import { addPerson, addWorkspace, findPage, getTree, must } from '../../library/world.fixture.ts'
import { openPackage } from '../package/open-package.ts'
import { canvasExport, type Files, picture, withFolder, zip } from '../package.fixture.ts'
import { draftPackage } from './draft-package.ts'
import { importCourse } from './import-course.ts'

const database = withTestDatabase()
const { write, writeZip } = withFolder()

const resource = (id: string, type: string, ...files: readonly string[]): string =>
  `<resource identifier="${id}" type="${type}" href="${files[0]}">${files.map(file => `<file href="${file}"/>`).join('')}</resource>`
const item = (id: string, ref: string, title: string): string =>
  `<item${id === '' ? '' : ` identifier="${id}"`} identifierref="${ref}"><title>${title}</title></item>`
const unit = (title: string, ...items: readonly string[]): string =>
  `<item identifier="m-${title}"><title>${title}</title>${items.join('')}</item>`
const html = (title: string, body: string): string =>
  `<html><head><title>${title}</title></head><body>${body}</body></html>`
const topic = (title: string, text: string): string =>
  `<topic><title>${title}</title><text texttype="text/html">${text.replaceAll('<', '&lt;')}</text></topic>`

/** As the tools of others write them. */
function cartridge(units: readonly string[], resources: readonly string[], files: Files): Files {
  const outline = `<organizations><organization><item identifier="root">${units.join('')}</item></organization></organizations>`
  return {
    'imsmanifest.xml': `<?xml version="1.0"?><manifest identifier="m">${outline}<resources>${resources.join('')}</resources></manifest>`,
    ...files,
  }
}

async function draft(files: Files | Uint8Array) {
  await using opened = await openPackage(files instanceof Uint8Array ? write(files) : await writeZip(files))
  const drafted = await draftPackage(opened)
  const objects = drafted.draft.modules.flatMap(module => module.objects)
  const pages = objects.flatMap(object => object.pages)
  const notes = (name: string) => drafted.entries.find(each => each.name === name && each.what !== 'module item')?.notes
  return { ...drafted, objects, pages, notes }
}

async function bring(files: Files) {
  const actor = await addPerson(database.db, await addWorkspace(database.db), 'ana')
  const file = await writeZip(files)
  const report = await must(importCourse(database.db, actor, { file, fileName: 'x.imscc' }))
  return { report, tree: await getTree(database.db, report.courseId) }
}

describe('identifiers that are not unique', () => {
  const pages = [resource('a', 'webcontent', 'a.html'), resource('b', 'webcontent', 'b.html')]
  const texts = { 'a.html': html('A', '<p>a</p>'), 'b.html': html('B', '<p>b</p>') }

  it.each([
    ['of two items', [unit('U', item('i', 'a', 'A'), item('i', 'b', 'B'))]],
    ['of items of two modules', [unit('U', item('i', 'a', 'A')), unit('V', item('i', 'b', 'B'))]],
    ['of two modules', [unit('U', item('i', 'a', 'A')), unit('U', item('j', 'b', 'B'))]],
    ['that are missing', [unit('U', item('', 'a', 'A'), item('', 'a', 'A'), item('', 'b', 'B'))]],
    ['of an item and of a page that no module shows', [unit('U', item('b', 'a', 'A'))]],
  ])('%s do not keep a course out, and every text is there', async (_, units) => {
    const { report, tree } = await bring(cartridge(units, pages, texts))
    expect([findPage(tree, 'A').content.blocks[0]?.text, findPage(tree, 'B').content.blocks[0]?.text]).toEqual([
      '<p>a</p>',
      '<p>b</p>',
    ])
    const made = report.entries.filter(({ what }) => what === 'module' || what === 'page').map(({ id }) => id)
    expect(new Set(made).size).toBe(made.length)
  })

  it('of a page and a topic leave both texts', async () => {
    const resources = [resource('x', 'webcontent', 'a.html'), resource('x', 'imsdt_xmlv1p1', 'd.xml')]
    const files = { 'a.html': html('A', '<p>page</p>'), 'd.xml': topic('T', '<p>topic</p>') }
    const { tree, report } = await bring(cartridge([unit('U', item('i', 'x', 'One'))], resources, files))
    expect(JSON.stringify(tree)).toMatch(/<p>page<\/p>.*<p>topic<\/p>|<p>topic<\/p>.*<p>page<\/p>/)
    const ids = report.entries.filter(({ what }) => what === 'page' || what === 'discussion').map(({ id }) => id)
    expect(new Set(ids).size).toBe(2)
  })

  it('of a page called syllabus leave the syllabus of the course', async () => {
    const page =
      '<html><head><title>S</title><meta name="identifier" content="syllabus"/></head><body><p>page</p></body>'
    const files = { 'wiki_content/loose.html': page, 'course_settings/syllabus.html': html('S', '<p>course</p>') }
    const { pages: drafted } = await draft(canvasExport(files))
    expect(drafted.flatMap(each => each.blocks.map(({ text }) => text))).toEqual(
      expect.arrayContaining(['<p>page</p>', '<p>course</p>']),
    )
  })
})

describe('a cartridge', () => {
  const page = cartridge([unit('U', item('i', 'a', 'A'))], [resource('a', 'webcontent', 'a.html')], {
    'a.html': html('A', '<p>a</p>'),
  })

  it('with a course.json in it is no open archive', async () => {
    expect(await draft({ ...page, 'course.json': '{"a":1}' })).toMatchObject({ format: 'imscc' })
  })

  it('may hold any XML as a file', async () => {
    const dtd = '<!DOCTYPE n [<!ELEMENT n (#PCDATA)>]><n/>'
    const large = `<n>${'x'.repeat(17 * 1024 * 1024)}</n>`
    const files = cartridge(
      [unit('U', item('i', 'd', 'Note'), item('j', 'l', 'Large'))],
      [resource('d', 'webcontent', 'note.xml'), resource('l', 'webcontent', 'large.xml')],
      { 'note.xml': dtd, 'large.xml': large },
    )
    const { draft: course } = await draft(files)
    expect(course.items.map(({ kind, name }) => [kind, name])).toEqual([
      ['media', 'note.xml'],
      ['media', 'large.xml'],
    ])
  })

  it('that names a file twice has the first one, and says so', async () => {
    const bytes = Buffer.from(await zip({ ...page, 'a.htmk': html('Z', '<p>z</p>') })).toString('latin1')
    const { pages, entries } = await draft(new Uint8Array(Buffer.from(bytes.replaceAll('a.htmk', 'a.html'), 'latin1')))
    expect(pages.map(each => each.blocks.map(({ text }) => text))).toEqual([['<p>a</p>']])
    expect(entries.at(-1)).toMatchObject({
      origin: 'a.html',
      became: 'nothing',
      notes: [expect.stringMatching('first')],
    })
  })

  it('may be its manifest alone', async () => {
    const link =
      '<resource identifier="w" type="imswl_xmlv1p3"><webLink><title>Atlas</title><url href="https://example.org/"/></webLink></resource>'
    const { 'imsmanifest.xml': manifest } = cartridge([unit('U', item('i', 'w', 'Atlas'))], [link], {})
    const { pages } = await draft(new TextEncoder().encode(String(manifest)))
    expect(pages.map(({ title }) => title)).toEqual(['Atlas'])
  })
})

describe('links', () => {
  const linked = async (address: string) => {
    const { pages, notes } = await draft(
      cartridge(
        [unit('U', item('i', 'a', 'A'))],
        [
          resource('a', 'webcontent', 'pg/a.html'),
          resource('p', 'webcontent', 'pg/pic.png'),
          resource('q', 'webcontent', 'web_resources/My Media/my pic+.png'),
          resource('u', 'webcontent', 'web_resources/My Media/\u00fc.png'),
        ],
        {
          'pg/a.html': html('A', `<p><img src="${address}" alt="x"><a href="#s2">below</a></p>`),
          'pg/pic.png': picture,
          'web_resources/My Media/my pic+.png': new Uint8Array([1]),
          'web_resources/My Media/\u00fc.png': new Uint8Array([2]),
        },
      ),
    )
    return { keys: pages[0]?.blocks.flatMap(block => block.references.map(({ key }) => key)), notes: notes('A') }
  }

  it.each([
    ['$IMS-CC-FILEBASE$pic.png', 'p'],
    ['$IMS-CC-FILEBASE$/pg/pic.png', 'p'],
    ['../pg/pic.png', 'p'],
    ['..\\pg\\pic.png', 'p'],
    ['$IMS-CC-FILEBASE$/My%20Media/u%CC%88.png', 'u'],
    ['$IMS-CC-FILEBASE$/My%20Media/my%20pic%2B.png?canvas_download=1&amp;canvas_qs_wrap=1', 'q'],
    ['%24IMS_CC_FILEBASE%24/course%20files/My%20Media/my%20pic%2B.png', 'q'],
    ['$IMS-CC-FILEBASE$/My+Media/my+pic%2B.png', 'q'],
    ['$IMS-CC-FILEBASE$/my media/MY PIC+.PNG', 'q'],
  ])('%s leads to its file', async (address, key) => {
    expect(await linked(address)).toMatchObject({
      keys: [key],
      notes: ['Leads to a place within the page, which has no name here, so the link went: #s2.'],
    })
  })

  it('that lead to nothing are named', async () => {
    const { keys, notes } = await linked('$IMS-CC-FILEBASE$/nowhere.png')
    expect(keys).toEqual([])
    expect(notes?.join(' ')).toContain('not in the package, so the link went: $IMS-CC-FILEBASE$/nowhere.png.')
  })
})

describe('nothing is lost without a word', () => {
  const notesOf = async (body: string) => {
    const { pages, notes } = await draft(
      cartridge([unit('U', item('i', 'a', 'A'))], [resource('a', 'webcontent', 'a.html')], {
        'a.html': html('A', body),
      }),
    )
    return { text: pages[0]?.blocks.map(({ text }) => text).join(''), notes: notes('A')?.join(' ') }
  }

  it.each([
    ['<p><img src="data:image/png;base64,iVBORw0KGgo=" alt="x"></p>', /in the text itself .*: data:image\/png\./],
    [
      '<p style="background: url($IMS-CC-FILEBASE$/bg.png)">x</p>',
      /behind the text .*: \$IMS-CC-FILEBASE\$\/bg\.png\./,
    ],
    ['<p><math><msup><mi>x</mi><mn>2</mn></msup></math></p>', /formula could not be kept.*: x2\./],
    [
      '<iframe src="$CANVAS_COURSE_REFERENCE$/external_tools/retrieve?display=borderless&amp;url=https%3A%2F%2Ffilm.example.org%2F%3Fid%3D1"></iframe>',
      /external tool.* its address: https:\/\/film\.example\.org\/\?id=1\./,
    ],
  ])('of %s', async (body, note) => {
    expect((await notesOf(body)).notes).toMatch(note)
  })

  it.each([
    ['<p><math alttext="x^2"><mi>x</mi></math></p>', '<p><span>x^2</span></p>'],
    [
      '<p><math><semantics><mi>x</mi><annotation encoding="application/x-tex">x_2</annotation></semantics></math></p>',
      '<p><span>x_2</span></p>',
    ],
  ])('%s is its words', async (body, text) => {
    expect(await notesOf(body)).toEqual({ text, notes: expect.stringMatching('Formulas that are text now') })
  })

  it('of an assignment: what it says to teachers', async () => {
    const text = '<assignment><title>E</title><text>x</text><instructor_text>key</instructor_text></assignment>'
    const { notes } = await draft(cartridge([], [resource('a', 'assignment_xmlv1p0', 'a.xml')], { 'a.xml': text }))
    expect(notes('E')?.join(' ')).toContain('teachers')
  })

  const question = (id: string, profile: string, presentation: string, condition: string, rest = ''): string =>
    `<item ident="${id}" title="${id}"><itemmetadata><qtimetadata><qtimetadatafield><fieldlabel>cc_profile</fieldlabel><fieldentry>${profile}</fieldentry></qtimetadatafield></qtimetadata></itemmetadata>
      <presentation>${presentation}</presentation><resprocessing><respcondition><conditionvar>${condition}</conditionvar><setvar>100</setvar></respcondition></resprocessing>${rest}</item>`
  const words = (text: string): string => `<material><mattext texttype="text/html">${text}</mattext></material>`

  it('of a quiz: banks, feedback, and answers that are no words', async () => {
    const items = [
      question('range', 'cc.fib.v0p1', words('How many?'), '<vargte>3</vargte><varlte>5</varlte>'),
      question('pattern', 'cc.pattern_match.v0p1', words('Which?'), '<varsubstring>loam</varsubstring>'),
      question(
        'nested',
        'cc.fib.v0p1',
        `<flow><flow>${words('Deep')}</flow><response_str>${words('not this')}</response_str></flow>`,
        '<varequal>a</varequal>',
        `<itemfeedback>${words('Because')}</itemfeedback>`,
      ),
    ]
    const bank =
      '<section><selection_ordering><selection><sourcebank_ref>bank1</sourcebank_ref></selection></selection_ordering></section>'
    const qti = `<questestinterop><assessment title="Quiz"><rubric>${words('Read this')}</rubric><section>${items.join('')}</section>${bank}</assessment></questestinterop>`
    const resources = [resource('q', 'imsqti_xmlv1p2/imscc_xmlv1p2/assessment', 'q.xml')]
    const { notes, objects } = await draft(cartridge([], resources, { 'q.xml': qti }))
    expect(notes('Quiz')).toEqual(
      expect.arrayContaining([
        expect.stringMatching('bank1'),
        expect.stringMatching('Feedback'),
        expect.stringMatching('before its questions'),
      ]),
    )
    expect(notes('range')).toEqual(['Its right answer has no place here: ≥ 3, ≤ 5.'])
    expect(notes('pattern')).toEqual(['Its right answer has no place here: has loam.'])
    expect(objects[0]?.questions.find(({ id }) => id === 'nested')?.text).toBe('Deep')
  })

  it('of a file that stands for another one', async () => {
    const variant =
      '<resource identifier="v" type="webcontent" href="v.html"><file href="v.html"/><variant identifier="x" identifierref="a"/></resource>'
    const { entries } = await draft(
      cartridge([], [resource('a', 'assignment_xmlv1p0', 'a.xml'), variant], {
        'a.xml': '<assignment><title>E</title><text>x</text></assignment>',
        'v.html': html('V', 'v'),
      }),
    )
    expect(entries.filter(({ origin }) => origin === 'v.html')).toMatchObject([{ became: 'nothing' }])
  })
})

it.each([
  ['one that says nothing', ['<title>Assignments</title><group_weight>0.0</group_weight>'], []],
  ['one with a weight', ['<title>Exams</title><group_weight>60</group_weight>'], ['Exams']],
  ['several', ['<title>Essays</title>', '<title/>'], ['Essays', 'g1']],
])('assignment groups are named among what is left out: %s', async (_what, groups, expected) => {
  const texts = groups.map((inner, at) => `<assignmentGroup identifier="g${at}">${inner}</assignmentGroup>`).join('')
  const files = { 'course_settings/assignment_groups.xml': `<assignmentGroups>${texts}</assignmentGroups>` }
  const { entries } = await draft(cartridge([], [], files))
  const told = entries.filter(({ notes }) => notes.some(note => note.startsWith('Groups of assignments')))
  expect(told.map(({ name, became }) => [name, became])).toEqual(expected.map(name => [name, 'nothing']))
})

it('modules stand in the order of their positions', async () => {
  const meta = (id: string, position: number): string =>
    `<module identifier="${id}"><title>${id}</title><position>${position}</position><items/></module>`
  const files = { 'course_settings/module_meta.xml': `<modules>${meta('two', 2)}${meta('one', 1)}</modules>` }
  const { draft: course } = await draft(canvasExport(files))
  expect(course.modules.map(({ name }) => name).slice(0, 2)).toEqual(['one', 'two'])
})
