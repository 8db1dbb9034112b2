import fc from 'fast-check'
import type { ElementContent, Root } from 'hast'
import { parseFragment } from 'parse5'
import { describe, expect, it } from 'vitest'
import type { Configuration, ModuleEntry } from '../configuration/configuration.ts'
import { fromParse5 } from '../html/from-parse5.ts'
import { createElement } from '../html/html-tree.ts'
import type { CollectionsPage } from './page-reading.ts'
import { readCollectionsPage } from './read-collections-page.ts'

function parse(html: string): Root {
  const tree = fromParse5(parseFragment(html))
  if (tree.type !== 'root') throw new Error('A fragment is a root.')
  return tree
}

function readHtml(html: string): CollectionsPage {
  const reading = readCollectionsPage(parse(html))
  if (!reading.ok) throw new Error(reading.where)
  return reading.page
}

function whereBroken(html: string): string {
  const reading = readCollectionsPage(parse(html))
  return reading.ok ? 'It was read.' : `${reading.reason}: ${reading.where}`
}

const imagesOf5202 = '<div class="cc-card-images" id="cc-course-5202" style="display:none"></div>'

/** A page as Canvas stores it, around JSON text that is HTML already. */
function pageOf(json: string, after = imagesOf5202): string {
  return `<p>Settings</p><div class="cc_json" style="display:none">${json}</div>${after}`
}

function escaped(value: unknown): string {
  return JSON.stringify(value).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

function readValue(value: unknown): CollectionsPage {
  return readHtml(pageOf(escaped(value)))
}

/** A page with one collection and the entries given. */
function readModules(modules: unknown, more: object = {}): CollectionsPage {
  return readValue({ ...base, MODULES: modules, ...more })
}

function readEntry(fields: object): ModuleEntry & { readonly notes: readonly string[] } {
  const page = readModules({ 81: { name: 'Lab', id: 81, ...fields } })
  const [entry] = page.configuration.modules
  if (entry === undefined) throw new Error('The entry is gone.')
  return { ...entry, notes: [...page.upgrades, ...page.oddities].map(({ path }) => path) }
}

const base = {
  VISIBILITY: 'all',
  DEFAULT_ACTIVE_COLLECTION: 'Labs',
  COLLECTIONS: { Labs: { name: 'Labs', representation: 'GriffithCards' } },
  COLLECTIONS_ORDER: ['Labs'],
}

function noteTexts({ upgrades, oddities }: CollectionsPage): readonly string[] {
  return [...upgrades, ...oddities].map(({ path, text }) => `${path}: ${text}`)
}

describe('a page of today', () => {
  const page = readHtml(
    pageOf(
      '{"VISIBILITY":"all","DEFAULT_ACTIVE_COLLECTION":"Rock &amp; Sand","COLLECTIONS":{"Rock &amp; Sand":{"name":"Rock &amp; Sand",' +
        '"representation":"GriffithCards","outputPage":"Start","hide":false,"includePage":"Hello","includeAfter":false,"unallocated":true},' +
        '"Drafts":{"name":"Drafts","representation":"HorizontalCards","outputPage":"","hide":true,"includePage":"","includeAfter":true,' +
        '"unallocated":false}},"COLLECTIONS_ORDER":["Rock &amp; Sand","Drafts"],"MODULES":{"81":{"name":"Lab 1: Clay &amp; Silt","id":81,' +
        '"published":true,"description":"&lt;p&gt;Sieve &amp;amp; weigh. &lt;a href=\\"https://canvas.test/courses/5202/pages/kit\\"&gt;Kit&lt;/a&gt;&lt;/p&gt;",' +
        '"collection":"Rock &amp; Sand","label":"Lab","autonum":true,"actualNum":1,"configVisible":false,"num":"","metadata":{},' +
        '"date":{"label":"During","day":"Mon","week":"","time":"09:00","date":"9","month":"Mar","year":"2026","calendarDate":"2026-03-09",' +
        '"to":{"day":"Fri","week":"","time":"","date":"13","month":"Mar","year":"2026","calendarDate":"2026-03-13"}},' +
        '"dateShow":{"label":true,"day":true,"month":true},"banner":"image","image":"https://canvas.test/courses/5202/files/700/download",' +
        '"imageSize":"cover","imageBackgroundColour":false,"iframe":"","bannerColour":"#ffffff","engage":true,"engageText":"Start","fyi":false,' +
        '"fyiText":"","altText":"A sieve","moduleOrder":1},"83":{"name":"Report","id":83,"published":false,"description":"Under &amp;lt; 2 pages",' +
        '"collection":"","label":"","autonum":false,"actualNum":"B","num":"A","metadata":{"weighting":"40%","aims":"1 &amp; 3"},' +
        '"date":{"label":"","day":"","week":"","time":"","to":{"day":"","week":"","time":""}},"dateShow":{"label":true},"banner":"iframe","image":"",' +
        '"iframe":"&lt;iframe src=\\"https://video.test/e/1\\"&gt;&lt;/iframe&gt;","bannerColour":"#336699","engage":false,"engageText":"Engage",' +
        '"fyi":true,"fyiText":"Opens soon","moduleOrder":2,"x-future":{"keep":true}}}}',
      '<div class="cc-card-images" id="cc-course-5202"><img id="cc-moduleImage-81" class="cc-moduleImage" src="/courses/5202/files/700/download"></div>',
    ),
  )
  const [lab, report] = page.configuration.modules

  it('is read with its course, images, order and default', () => {
    const { visibility, defaultCollection, collections } = page.configuration
    expect({ visibility, defaultCollection }).toEqual({ visibility: 'all', defaultCollection: 'Rock & Sand' })
    expect(collections).toEqual([
      {
        ...{ name: 'Rock & Sand', representation: 'GriffithCards', outputPage: 'Start', includePage: 'Hello' },
        ...{ includeAfter: false, hide: false, unallocated: true, rest: {} },
      },
      {
        ...{ name: 'Drafts', representation: 'HorizontalCards', outputPage: '', includePage: '' },
        ...{ includeAfter: true, hide: true, unallocated: false, rest: {} },
      },
    ])
    expect(page.courseId).toBe('5202')
    expect(page.images).toEqual([{ moduleKey: '81', src: '/courses/5202/files/700/download' }])
  })

  it('has its texts decoded exactly once', () => {
    expect(lab?.name).toBe('Lab 1: Clay & Silt')
    expect(lab?.description).toBe(
      '<p>Sieve &amp; weigh. <a href="https://canvas.test/courses/5202/pages/kit">Kit</a></p>',
    )
    expect(report?.description).toBe('Under &lt; 2 pages')
    expect(report?.metadata).toEqual({ weighting: '40%', aims: '1 & 3' })
    expect(report?.iframe).toBe('<iframe src="https://video.test/e/1"></iframe>')
  })

  it('has the dates, flags and numbers that 1.3 would show', () => {
    expect(lab).toMatchObject({
      id: '81',
      key: '81',
      collection: 'Rock & Sand',
      autonum: true,
      number: '1',
      moduleOrder: 1,
    })
    expect(report).toMatchObject({
      collection: null,
      autonum: false,
      number: 'A',
      banner: 'iframe',
      fyi: true,
      engage: false,
    })
    expect(lab?.date).toMatchObject({ label: 'During', calendarDate: '2026-03-09', to: { date: '13' } })
    expect(lab?.dateShow).toMatchObject({ label: true, day: true, month: true, time: false, toDate: false })
  })

  it('keeps what it does not know, drops what nobody needs, and notes the number that does not count', () => {
    expect(report?.rest).toEqual({ 'x-future': { keep: true } })
    expect(lab?.rest).toEqual({})
    expect(noteTexts(page)).toEqual(['MODULES.83: Of two numbers “A” counts; “B” was left out.'])
  })
})

describe('a page that Canvas copied', () => {
  const page = readHtml(
    pageOf(
      '{"VISIBILITY":"students","DEFAULT_ACTIVE_COLLECTION":"Weeks","COLLECTIONS":{"Weeks":{"representation":"GriffithCards"}},' +
        '"COLLECTIONS_ORDER":["Weeks"],"MODULES":{"15":{"name":"Exam&nbsp;prep","id":15,"collection":"Weeks","date":{"label":""}},' +
        '"11":{"name":"Week 1","id":11,"collection":"Weeks","image":"https://canvas.test/courses/4101/files/900/download"}}}',
      '<div class="cc-card-images" id="cc-course-4101"><img class="cc-moduleImage" id="cc-moduleImage-11" ' +
        'src="https://canvas.test/courses/6303/files/1900/download?verifier=k3y" data-api-returntype="File"></div>' +
        '<div style="display:none"><a href="https://canvas.test/courses/6303/modules/21" data-recourse-module="11" data-api-returntype="Module"></a>' +
        '<a href="/courses/6303/pages/intro-2" data-recourse-page="Intro &amp; more"></a><a data-recourse-module="12"></a></div>',
    ),
  )

  it('says where it came from and what Canvas rewrote', () => {
    expect(page.courseId).toBe('4101')
    expect(page.images[0]?.src).toBe('https://canvas.test/courses/6303/files/1900/download?verifier=k3y')
    expect(page.moduleLinks).toEqual([{ moduleId: '11', href: 'https://canvas.test/courses/6303/modules/21' }])
    expect(page.pageLinks).toEqual([{ title: 'Intro & more', href: '/courses/6303/pages/intro-2' }])
  })

  it('has its entries by id, hard spaces as such, and no button where nothing is said of one', () => {
    expect(page.configuration.modules.map(({ name, engage }) => [name, engage])).toEqual([
      ['Week 1', false],
      ['Exam\u00a0prep', false],
    ])
  })
})

describe('a page of v0.x', () => {
  const page = readHtml(
    pageOf(
      '{"STATUS":"on","VISIBILITY":"no-one","DEFAULT_ACTIVE_COLLECTION":"Path","COLLECTIONS":{"Path":{"representation":"GriffithCards",' +
        '"description":"","icon":"far fa-compass","dateHide":{}}},"COLLECTIONS_ORDER":["Path"],"MODULES":{"21":{"name":"Week 1",' +
        '"image":"/courses/77/files/5/preview","imageSize":"bg-contain","num":"3","collection":"Path","comingSoon":{"order":1},' +
        '"date":{"label":"Before","day":"Monday","week":"1","date":5,"month":"Mar","year":2022,"calendarDate":"2022-03-5"},' +
        '"dateHide":{"day":true,"week":false,"time":false},"position":1,"items_url":"x","configClass":"icon-mini-arrow-right"},' +
        '"22":{"name":"Week 2","noEngage":true}}}',
      '<div class="cc-card-images" id="cc-course-{{COURSE_ID}}"> {{COURSE_IMAGES}} </div>',
    ),
  )
  const [first, second] = page.configuration.modules

  it('was on for all, whatever the visibility beside it says', () => {
    expect(page.configuration.visibility).toBe('all')
    expect(page.courseId).toBeNull()
    expect(page.configuration.collections[0]?.rest).toEqual({ description: '', icon: 'far fa-compass' })
  })

  it('shows the parts of a date that it did not hide', () => {
    const shown = Object.entries(first?.dateShow ?? {}).filter(([, isShown]) => !isShown)
    expect(shown).toEqual([['day', false]])
    expect(first?.date).toMatchObject({ date: '5', year: '2022', calendarDate: '2022-03-05' })
  })

  it('has a button unless it was refused, its manual number and today’s image size', () => {
    expect(first).toMatchObject({ engage: true, engageText: 'Engage', number: '3', imageSize: 'contain' })
    expect(second?.engage).toBe(false)
  })

  it('keeps what has no place today and notes each upgrade', () => {
    expect(first?.rest).toEqual({ comingSoon: { order: 1 }, configClass: 'icon-mini-arrow-right' })
    expect(page.upgrades.map(({ path }) => path)).toEqual([
      ...['STATUS', 'COLLECTIONS.Path.dateHide', 'MODULES.21.dateHide', 'MODULES.21.date.date', 'MODULES.21.date.year'],
      ...['MODULES.21.date.calendarDate', 'MODULES.21.imageSize', 'MODULES.21.engage', 'MODULES.22.noEngage'],
    ])
    expect(page.oddities.map(({ path }) => path)).toEqual(['cc-card-images'])
  })
})

describe('visibility', () => {
  it.each([
    [{ VISIBILITY: 'students' }, 'students'],
    [{ VISIBILITY: 'teachers' }, 'teachers'],
    [{}, 'no-one'],
    [{ VISIBILITY: 'everyone' }, 'no-one'],
    [{ VISIBILITY: 7 }, 'no-one'],
    [{ STATUS: 'off', VISIBILITY: 'all' }, 'no-one'],
    [{ STATUS: null }, 'no-one'],
    [{ STATUS: 'on' }, 'all'],
  ])('%j is %s', (top, visibility) => {
    expect(readValue({ COLLECTIONS: {}, MODULES: {}, ...top }).configuration.visibility).toBe(visibility)
  })
})

describe('entries kept by name', () => {
  const idsOf = (modules: unknown) => readModules(modules).configuration.modules.map(({ key, id }) => [key, id])

  it('keep their names as keys, and an id they carry', () => {
    const page = readModules({ 'Week 1': { id: 21, position: 1 }, Intro: { name: 'Introduction' } })
    expect(page.configuration.modules.map(({ key, id, name, rest }) => ({ key, id, name, rest }))).toEqual([
      { key: 'Week 1', id: null, name: 'Week 1', rest: { id: 21 } },
      { key: 'Intro', id: null, name: 'Introduction', rest: {} },
    ])
    expect(page.upgrades.map(({ path }) => path)).toEqual(['MODULES'])
  })

  it('can have a number for a name', () => {
    expect(idsOf({ 2022: { name: '2022' }, Intro: { name: 'Intro' } })).toEqual([
      ['2022', null],
      ['Intro', null],
    ])
    expect(idsOf({ 2021: {}, 2022: { name: '2022', id: 33 }, Intro: {} })).toEqual([
      ['2021', null],
      ['2022', null],
      ['Intro', null],
    ])
  })

  it('are told from ids by the rest of the page', () => {
    expect(idsOf({ 2022: { name: '2022' } })).toEqual([['2022', '2022']])
    expect(idsOf({ 2022: { name: '2022' }, 81: { name: 'Lab' }, Intro: {} })).toEqual([
      ['81', '81'],
      ['2022', '2022'],
      ['Intro', null],
    ])
    expect(idsOf({ 2022: { name: '2022', id: 2022 }, Intro: {} })).toEqual([
      ['2022', '2022'],
      ['Intro', null],
    ])
    expect(idsOf({ '007': { name: '007' }, 9: { name: 'x' } })).toEqual([
      ['9', '9'],
      ['007', null],
    ])
  })

  it('do not match ids by more than their digits: ids are in the order of numbers, however long', () => {
    const ids = ['9', '10', '81', '10000000000000081', '99999999999999999999', '1~5']
    const modules = Object.fromEntries(ids.toReversed().map(id => [id, { name: `Module ${id}` }]))
    expect(idsOf(modules).map(([key]) => key)).toEqual(ids)
  })
})

describe('missing and mistyped parts', () => {
  it('do not keep the rest from being read', () => {
    const page = readHtml('<div class="cc_json">{}</div>')
    const { collections, modules, defaultCollection, visibility, rest } = page.configuration
    expect({ collections, modules, defaultCollection, visibility, rest }).toEqual({
      ...{ collections: [], modules: [], defaultCollection: '', visibility: 'no-one', rest: {} },
    })
    expect(page).toMatchObject({ courseId: null, images: [], moduleLinks: [], pageLinks: [] })
  })

  it('take the order from the collections where none is given', () => {
    const page = readValue({ ...base, COLLECTIONS: { B: {}, A: {} }, COLLECTIONS_ORDER: undefined, MODULES: {} })
    expect(page.configuration.collections.map(({ name }) => name)).toEqual(['B', 'A'])
    expect(page.configuration.defaultCollection).toBe('B')
    expect(noteTexts(page)).toEqual([
      'COLLECTIONS_ORDER: The order was missing; that of COLLECTIONS counts.',
      'DEFAULT_ACTIVE_COLLECTION: There is no collection “Labs”; “B” is shown first.',
    ])
  })

  it('leave an order in which each collection stands once', () => {
    const order = ['C', 'A', 'gone', 'A', 7, null, { A: 1 }]
    const page = readValue({
      ...base,
      COLLECTIONS: { A: {}, B: {}, C: {}, 7: {} },
      COLLECTIONS_ORDER: order,
      MODULES: {},
    })
    expect(page.configuration.collections.map(({ name }) => name)).toEqual(['C', 'A', '7', 'B'])
    expect(page.oddities.filter(({ path }) => path === 'COLLECTIONS_ORDER')).toHaveLength(5)
  })

  it.each([
    ['image', null, 'image', ''],
    ['date', null, 'date', expect.objectContaining({ label: '' })],
    ['date', 'Week 3', 'date', expect.objectContaining({ label: '', day: '' })],
    ['date', { to: 'Friday' }, 'date', expect.objectContaining({ to: expect.objectContaining({ day: '' }) })],
    ['dateShow', null, 'dateShow', expect.objectContaining({ day: true, month: false })],
    ['label', 7, 'label', '7'],
    ['label', false, 'label', ''],
    ['metadata', ['a'], 'metadata', {}],
    ['metadata', { a: 1, b: null }, 'metadata', { a: '1', b: '' }],
    ['fyi', 'true', 'fyi', true],
    ['fyi', 'yes', 'fyi', false],
    ['fyi', {}, 'fyi', false],
    ['banner', 'film', 'banner', 'image'],
    ['banner', 'color', 'banner', 'colour'],
    ['moduleOrder', '3', 'moduleOrder', 3],
    ['moduleOrder', 0, 'moduleOrder', null],
    ['moduleOrder', 1.5, 'moduleOrder', null],
    ['collection', 3, 'collection', null],
    ['collection', 'Gone', 'collection', null],
    ['actualNum', 4, 'number', '4'],
    ['actualNum', true, 'number', ''],
    ['id', 82, 'id', '81'],
  ] as const)('%s %j is read as %s %j', (key, value, field, expected) => {
    const entry = readEntry({ [key]: value })
    expect(entry[field]).toEqual(expected)
    if (!['actualNum', 'moduleOrder', 'banner'].includes(key) || value === 0) expect(entry.notes).not.toEqual([])
  })

  it('keep unknown keys at each level', () => {
    const page = readModules(
      {
        81: {
          date: { era: 'AD', to: { era: 'BC' } },
          dateShow: { day: true, era: true },
          metadata: { a: 'x', b: [1] },
          odd: 1,
        },
      },
      { COLLECTIONS: { Labs: { representation: 'X', colour: 'red', undefined: {} } }, NEED_TO_SAVE_COLLECTIONS: false },
    )
    const [entry] = page.configuration.modules
    expect(page.configuration.rest).toEqual({ NEED_TO_SAVE_COLLECTIONS: false })
    expect(page.configuration.collections[0]?.rest).toEqual({ colour: 'red', undefined: {} })
    expect(entry?.date.rest).toEqual({ era: 'AD' })
    expect(entry?.date.to.rest).toEqual({ era: 'BC' })
    expect(entry?.metadata).toEqual({ a: 'x' })
    expect(entry?.rest).toEqual({ odd: 1, dateShow: { era: true }, metadata: { b: [1] } })
  })

  it('say which entry is none', () => {
    const page = readModules({ 81: null, 82: 'x', 83: {} })
    expect(page.configuration.modules.map(({ key }) => key)).toEqual(['83'])
    expect(page.oddities.map(({ path }) => path)).toEqual(['MODULES.81', 'MODULES.82'])
  })

  it('drop what each entry of 1.3 carries for nothing, without a word', () => {
    const { rest, notes } = readEntry({
      ...{
        configVisible: true,
        includePage: '',
        includePageAfter: false,
        outputPage: '',
        published: true,
        position: 3,
      },
      ...{ unlock_at: null, require_sequential_progress: false, items_url: 'x', prerequisite_module_ids: [] },
      ...{ completion_requirements: [], publish_final_grade: false, items_count: 2 },
    })
    expect(rest).toEqual({ publish_final_grade: false, items_count: 2 })
    expect(notes).toEqual([])
  })
})

describe('ordinary names', () => {
  it.each(['constructor', '__proto__', 'hasOwnProperty', 'toString'])('include %s', name => {
    const json = JSON.stringify({
      ...base,
      COLLECTIONS: {},
      COLLECTIONS_ORDER: [name],
      DEFAULT_ACTIVE_COLLECTION: name,
    })
    const entry = `{"name":"${name}","collection":"${name}","metadata":{"${name}":"yes"},"${name}":{"a":1}}`
    const text = json.replace(
      '"COLLECTIONS":{}',
      `"COLLECTIONS":{"${name}":{"hide":true}},"MODULES":{"${name}":${entry}}`,
    )
    const { configuration, oddities } = readHtml(pageOf(text))
    const [found] = configuration.modules
    expect(configuration).toMatchObject({ defaultCollection: name, collections: [{ name, hide: true }] })
    expect(found).toMatchObject({ key: name, id: null, name, collection: name })
    expect(Object.entries(found?.metadata ?? {})).toEqual([[name, 'yes']])
    expect(Object.entries(found?.rest ?? {})).toEqual([[name, { a: 1 }]])
    expect(oddities).toEqual([])
  })

  it('are not found where they are not said', () => {
    const { collection, metadata, rest } = readEntry({ collection: 'constructor' })
    expect({ collection, metadata, rest }).toEqual({ collection: null, metadata: {}, rest: {} })
  })
})

describe('layers of entities', () => {
  it('in order, default and entries mean the collection of that name', () => {
    const page = readValue({
      ...{ ...base, COLLECTIONS: { 'Q & A': {}, 'R &amp; S': {} }, COLLECTIONS_ORDER: ['R & S', 'Q &amp;amp; A'] },
      ...{ DEFAULT_ACTIVE_COLLECTION: 'Q &amp; A', MODULES: { 81: { collection: 'R &amp;amp; S' } } },
    })
    expect(page.configuration.collections.map(({ name }) => name)).toEqual(['R &amp; S', 'Q & A'])
    expect(page.configuration.defaultCollection).toBe('Q & A')
    expect(page.configuration.modules[0]?.collection).toBe('R &amp; S')
    expect(page.oddities).toEqual([])
    expect(page.upgrades).toHaveLength(4)
  })

  it('tell two collections apart where both are there', () => {
    const page = readValue({
      ...{ ...base, COLLECTIONS: { 'A & B': {}, 'A &amp; B': {} }, COLLECTIONS_ORDER: ['A &amp; B', 'A & B'] },
      ...{ DEFAULT_ACTIVE_COLLECTION: 'A &amp; B', MODULES: { 81: { collection: 'A & B' } } },
    })
    expect(page.configuration.collections.map(({ name }) => name)).toEqual(['A &amp; B', 'A & B'])
    expect(page.configuration.defaultCollection).toBe('A &amp; B')
    expect(page.configuration.modules[0]?.collection).toBe('A & B')
  })
})

describe('unescaped markup', () => {
  /** The text goes into the page as 1.3 writes it: JSON, and not escaped for HTML. */
  function rawText(text: string): CollectionsPage {
    return readHtml(
      pageOf(JSON.stringify({ ...base, MODULES: { 81: { fyiText: text }, 82: { name: 'Next', collection: 'Labs' } } })),
    )
  }

  it.each([
    '<b>bold</b> and <i>more</i>',
    'see <a href="https://x.test/a?b=c">there</a>',
    '<img src="/x.png" alt="two words">',
    '<a href="x" title="three short words" class="a b">y</a>',
    'line<br>break',
    "<a href='x'>y</a>",
    '<ul><li>1</li><li>2</li></ul>',
    '<div>a</div>',
    '<!-- hidden -->shown',
    '<p>one</p><p>two</p>',
    '<iframe src="https://x.test/" title="A film"></iframe>',
    'a </div> b',
    '1 < 2 > 0',
    'back\\slash <b>"quoted"</b>\n',
    'Unclosed <b>bold',
    'Unclosed <div> box',
    'Unclosed <a href="x y">link',
  ])('%j is put back', text => {
    const { configuration, courseId } = rawText(text)
    const [first, second] = configuration.modules
    expect(first?.fyiText).toBe(text.replaceAll("'", '"'))
    expect(second).toMatchObject({ name: 'Next', collection: 'Labs' })
    expect(courseId).toBe('5202')
  })

  it('is noted', () => {
    expect(rawText('<b>x</b>').oddities).toEqual([
      { path: '', text: 'Markup that stood unescaped in texts was put back.' },
    ])
  })

  it('can stand in names and keys', () => {
    const json = JSON.stringify({
      ...base,
      COLLECTIONS: { 'A <b>"bold"</b>': {} },
      COLLECTIONS_ORDER: ['A <b>"bold"</b>'],
    })
    const page = readHtml(pageOf(json))
    expect(page.configuration.collections.map(({ name }) => name)).toEqual(['A <b>"bold"</b>'])
  })

  it('has none of the attributes that Canvas adds on reading', () => {
    const json = JSON.stringify({ ...base, MODULES: { 81: { fyiText: '?' } } })
    const link =
      '<a href="https://canvas.test/courses/1/pages/x" data-api-endpoint="https://canvas.test/api" data-api-returntype="Page">y</a>'
    const page = readHtml(pageOf(json.replace('?', link)))
    expect(page.configuration.modules[0]?.fyiText).toBe('<a href="https://canvas.test/courses/1/pages/x">y</a>')
  })

  it('around the JSON is an editor’s and counts for nothing', () => {
    const page = readHtml(pageOf(`<p><span style="color:red">${escaped({ ...base, MODULES: {} })}</span><br></p>`))
    expect(page.configuration.collections.map(({ name }) => name)).toEqual(['Labs'])
    expect(page.oddities).toEqual([{ path: '', text: 'Formatting around the configuration was left out.' }])
  })
})

describe('tokens that Canvas left behind', () => {
  const page = (description: string, more = '') =>
    pageOf(
      `{"COLLECTIONS":{},"COLLECTIONS_ORDER":[],"MODULES":{"81":{"name":"Lab","description":"${description}"${more}}}}`,
    )
  const descriptionOf = (html: string) => readHtml(html).configuration.modules[0]?.description

  it.each([
    ['&lt;a href=\\"$WIKI_REFERENCE$/pages/iabc"&gt;x&lt;/a&gt;', '<a href="$WIKI_REFERENCE$/pages/iabc">x</a>'],
    ['\\"$CANVAS_OBJECT_REFERENCE$/modules/iabc" title=\\"t\\"', '"$CANVAS_OBJECT_REFERENCE$/modules/iabc" title="t"'],
    ['say \\"$WIKI_REFERENCE$/pages/iabc"', 'say "$WIKI_REFERENCE$/pages/iabc"'],
    [
      '\\"$WIKI_REFERENCE$/pages/i1", then \\"$WIKI_REFERENCE$/pages/i2".',
      '"$WIKI_REFERENCE$/pages/i1", then "$WIKI_REFERENCE$/pages/i2".',
    ],
    ['\\"%24IMS-CC-FILEBASE%24/a%20b.png"&gt;', '"%24IMS-CC-FILEBASE%24/a%20b.png">'],
    [
      '\\"$CANVAS_COURSE_REFERENCE$/file_ref/iabc/download\\"&gt;',
      '"$CANVAS_COURSE_REFERENCE$/file_ref/iabc/download">',
    ],
    ['\\"/courses/7/files/9?wrap=1"&gt;x', '"/courses/7/files/9?wrap=1">x'],
  ])('%s', (json, description) => {
    expect(descriptionOf(page(json))).toBe(description)
    expect(descriptionOf(page(json, ',"image":"$CANVAS_COURSE_REFERENCE$/file_ref/i9/download"'))).toBe(description)
  })

  it('are noted with their place', () => {
    const [note] = readHtml(page('\\"$WIKI_REFERENCE$/pages/iabc"&gt;')).oddities
    expect(note?.text).toMatch(/^A backslash that Canvas swallowed was put back \(line 1, column \d+, near “/)
  })

  it('do not excuse other stray quotes', () => {
    expect(whereBroken(page('say "hello" to'))).toMatch(/^broken: /)
  })

  it('leave no one’s session behind', () => {
    const { configuration, upgrades } = readHtml(
      page('x', ',"image":"https://canvas.test/files/9/download?verifier=k3y&amp;wrap=1"'),
    )
    expect(configuration.modules[0]?.image).toBe('https://canvas.test/files/9/download?wrap=1')
    expect(upgrades.map(({ path }) => path)).toContain('MODULES.81.image')
  })
})

describe('the part with the course and the images', () => {
  const json = escaped({ ...base, MODULES: { 81: {}, 'Week 1': {} } })
  it.each([
    ['id="cc-course-5202"', '5202'],
    ['id="cc-course-{{COURSE_ID}}"', null],
    ['id="cc-course-NaN"', null],
    ['id="cc-course-"', null],
    ['', null],
  ])('tagged %s belongs to course %s', (id, courseId) => {
    const page = readHtml(pageOf(json, `<div class="cc-card-images" ${id}></div>`))
    expect(page.courseId).toBe(courseId)
    expect(page.oddities).toHaveLength(courseId === null ? 1 : 0)
  })

  it('lists images by the key of their entry, also of a name that lost its spaces', () => {
    const images = ['81', 'Week1', '99'].map(
      key => `<img class="cc-moduleImage" id="cc-moduleImage-${key}" src="/files/${key}">`,
    )
    const page = readHtml(
      pageOf(json, `<div class="cc-card-images" id="cc-course-1">${images.join('')}<img src="/x"></div>`),
    )
    expect(page.images.map(({ moduleKey }) => moduleKey)).toEqual(['81', 'Week 1', '99'])
  })

  it('says which images it cannot use', () => {
    const images = '<img class="cc-moduleImage" src="/files/1"><img class="cc-moduleImage" id="cc-moduleImage-81">'
    const page = readHtml(pageOf(json, `<div class="cc-card-images" id="cc-course-1">${images}</div>`))
    expect(page.images).toEqual([])
    expect(page.oddities).toHaveLength(2)
  })
})

describe('several configurations', () => {
  it('the first that is an object counts, with the images behind it', () => {
    const other = pageOf(
      escaped({ ...base, MODULES: { 9: {} } }),
      '<div class="cc-card-images" id="cc-course-2"></div>',
    )
    const page = readHtml(pageOf('{broken', '<div class="cc-card-images" id="cc-course-1"></div>') + other)
    expect(page.configuration.modules.map(({ key }) => key)).toEqual(['9'])
    expect(page.courseId).toBe('2')
    expect(page.oddities).toEqual([
      { path: '', text: 'There are 2 configurations; the first that can be read counts.' },
    ])
  })
})

describe('what cannot be read', () => {
  it('is told from a page without a configuration', () => {
    expect(whereBroken('<p>Welcome</p>')).toBe('no-configuration: The page holds no configuration.')
    expect(whereBroken('')).toBe('no-configuration: The page holds no configuration.')
    expect(whereBroken('<p class="cc_json">{}</p>')).toMatch(/^no-configuration/)
  })

  it.each([
    ['', 'broken: The configuration is empty.'],
    ['\u00a0', 'broken: The configuration is empty.'],
    ['[]', 'broken: The configuration is JSON, but not an object.'],
    ['"text"', 'broken: The configuration is JSON, but not an object.'],
    [
      '{"a":1',
      'broken: The configuration cannot be read: a comma or a closing brace is missing (line 1, column 7, near “{"a":1”).',
    ],
    [
      '{"a":1} {',
      'broken: The configuration cannot be read: there is more text behind its end (line 1, column 9, near “{"a":1} {”).',
    ],
    [
      '{\n "a": tru}',
      'broken: The configuration cannot be read: a value is missing (line 2, column 7, near “{ "a": tru}”).',
    ],
    [
      '{"a":"x',
      'broken: The configuration cannot be read: the text that begins here never ends (line 1, column 6, near “{"a":"x”).',
    ],
    [
      '{a:1}',
      'broken: The configuration cannot be read: a name in double quotes is missing (line 1, column 2, near “{a:1}”).',
    ],
    [
      '{"a":"\\x"}',
      'broken: The configuration cannot be read: a backslash stands before a character it cannot escape (line 1, column 7, near “{"a":"\\x"}”).',
    ],
    [
      '{"a":01}',
      'broken: The configuration cannot be read: a comma or a closing brace is missing (line 1, column 7, near “{"a":01}”).',
    ],
  ])('%j: %s', (json, where) => {
    expect(whereBroken(pageOf(json))).toBe(where)
  })

  it('shows no more than the surroundings of a long page', () => {
    const json = escaped({
      ...base,
      MODULES: Object.fromEntries(Array.from({ length: 500 }, (_, id) => [id + 1, { name: 'x' }])),
    })
    const where = whereBroken(pageOf(json.slice(0, -2)))
    expect(where.length).toBeLessThan(250)
    expect(where).toContain(`column ${json.length - 1}`)
  })

  it('is not fooled by depth', () => {
    expect(whereBroken(pageOf(`{"a":${'['.repeat(100_000)}`))).toContain('nested more than 500 levels deep')
    let deep: ElementContent = { type: 'text', value: '{}' }
    for (let level = 0; level < 100_000; level++) deep = createElement('b', {}, deep)
    const tree: Root = { type: 'root', children: [createElement('div', { class: 'cc_json' }, deep)] }
    expect(readCollectionsPage(tree).ok).toBe(true)
  })
})

describe('tolerated around and in the JSON', () => {
  it.each(['\ufeff{}', ' \n {} \u00a0\u200b', '{"a":"two\nlines"}', '{"a":1,"a":2}'])('%j', json => {
    expect(readHtml(pageOf(json)).configuration.modules).toEqual([])
  })

  it('notes a key that stands twice, and counts the later one', () => {
    const page = readHtml(pageOf('{"a":1,"a":2}'))
    expect(page.configuration.rest).toEqual({ a: 2 })
    expect(page.oddities[0]?.text).toMatch(/^“a” stands here twice; the later one counts \(line 1, column 8/)
  })
})

describe('any tree', () => {
  const value = fc.oneof(fc.string(), fc.boolean(), fc.integer(), fc.array(fc.string()), fc.constant(null))
  const className = fc.constantFrom('cc_json', 'cc-card-images', 'cc-moduleImage', 'x')
  const properties = fc.oneof(
    fc.record({ className: fc.array(className) }),
    fc.record({ class: className, id: fc.string() }),
    fc.dictionary(fc.string(), value),
  )
  const json = fc.oneof(
    fc.string(),
    fc.json(),
    fc.constantFrom('{', '}', '"', '\\', '{"MODULES":{"1":', '{"COLLECTIONS":', '[', ','),
  )
  const { node } = fc.letrec(tie => ({
    node: fc.oneof(
      { depthSize: 'small' },
      fc.record({ type: fc.constantFrom('text', 'comment'), value: json }),
      fc.record({
        type: fc.constant('element'),
        tagName: fc.constantFrom('div', 'img', 'a', 'b', 'br', 'template'),
        properties,
        children: fc.array(tie('node'), { maxLength: 4 }),
      }),
    ),
  }))
  const isRoot = (tree: object): tree is Root => 'children' in tree
  const root = fc.array(node, { maxLength: 5 }).map(children => ({ type: 'root', children }))

  it('is read or refused, never thrown at', () => {
    fc.assert(
      fc.property(root, tree => {
        expect(isRoot(tree) && typeof readCollectionsPage(tree).ok).toBe('boolean')
      }),
      { numRuns: 500 },
    )
  })

  it('of any JSON at any place is read', () => {
    const places = [
      'VISIBILITY',
      'STATUS',
      'DEFAULT_ACTIVE_COLLECTION',
      'COLLECTIONS',
      'COLLECTIONS_ORDER',
      'MODULES',
      'x-recourse',
    ]
    const fields = [
      'name',
      'collection',
      'date',
      'dateShow',
      'dateHide',
      'metadata',
      'num',
      'engage',
      'noEngage',
      'moduleOrder',
      'id',
    ]
    const odd = fc.jsonValue({ maxDepth: 3 })
    const entries = fc.dictionary(fc.constantFrom('81', '2022', 'Week'), fc.dictionary(fc.constantFrom(...fields), odd))
    const anything = fc.dictionary(fc.constantFrom(...places), odd)
    fc.assert(
      fc.property(anything, entries, fc.boolean(), (top, MODULES, typed) => {
        expectConsistent(readValue(typed ? { ...top, MODULES } : top).configuration)
      }),
    )
  })
})

function expectConsistent({ collections, modules, defaultCollection }: Configuration): void {
  const names = collections.map(({ name }) => name)
  expect(new Set(names).size).toBe(names.length)
  expect(names.length === 0 ? defaultCollection === '' : names.includes(defaultCollection)).toBe(true)
  expect(new Set(modules.map(({ key }) => key)).size).toBe(modules.length)
  for (const { collection } of modules) if (collection !== null) expect(names).toContain(collection)
}
