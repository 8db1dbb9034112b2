import { describe, expect, it } from 'vitest'
import { sanitizeBody } from '../html/sanitize.ts'
import type { SavedConfiguration, SavedModule } from './saved-configuration.ts'
import { noDate, showAll } from './saved-date.ts'
import { writeSavedPage } from './write-saved-page.ts'

const module: SavedModule = {
  name: 'Soil & Water',
  id: 81,
  published: true,
  description: '',
  collection: 'A & B',
  label: '',
  autonum: false,
  actualNum: '',
  num: '',
  configVisible: false,
  metadata: {},
  date: noDate,
  dateShow: showAll,
  banner: 'image',
  image: '',
  imageSize: '',
  imageBackgroundColour: false,
  includePage: '',
  includePageAfter: false,
  outputPage: '',
  iframe: '',
  bannerColour: '#ffffff',
  engage: true,
  engageText: 'Engage',
  fyi: false,
  fyiText: '',
  moduleOrder: 1,
}

function write(changes: Partial<SavedModule>): string {
  const configuration: SavedConfiguration = {
    VISIBILITY: 'all',
    DEFAULT_ACTIVE_COLLECTION: '',
    COLLECTIONS: {},
    COLLECTIONS_ORDER: [],
    MODULES: { 81: { ...module, ...changes } },
  }
  return writeSavedPage(configuration, { courseId: '5202', host: 'canvas.test', savedAt: '2/3/2026, 9:00:00 am' })
}

describe('a configuration page written as 1.3 writes it', () => {
  it.each([
    ['a & b', 'a &amp; b'],
    ['<b>bold</b>', '&lt;b&gt;bold&lt;/b&gt;'],
    ['one\u00a0space', 'one&nbsp;space'],
    ['1 &lt; 2', '1 &lt; 2'],
    ['&amp;amp;', '&amp;amp;'],
    ['<p>x</p></textarea>', '&lt;p&gt;x&lt;/p&gt;&lt;/textarea&gt;'],
  ])('encodes a description %s as %s: entities are decoded once before', (plain, stored) => {
    expect(write({ description: plain })).toContain(`"description":${JSON.stringify(stored)}`)
  })

  it('encodes name, collection, metadata values and iframe, and leaves label and texts as they are', () => {
    const body = write({ metadata: { 'A & B': 'c & d' }, iframe: '<iframe></iframe>', label: 'Q&A', fyiText: 'x & y' })
    expect(body).toContain('"name":"Soil &amp; Water"')
    expect(body).toContain('"collection":"A &amp; B"')
    expect(body).toContain('{"A & B":"c &amp; d"}')
    expect(body).toContain('"iframe":"&lt;iframe&gt;&lt;/iframe&gt;"')
    expect(body).toContain('"label":"Q&A"')
    expect(body).toContain('"fyiText":"x & y"')
  })

  it('lists pictures of its own course only', () => {
    const list = (image: string) => write({ image }).match(/<img id="cc-moduleImage-\d+"[^>]*>/g) ?? []
    const own = 'https://canvas.test/courses/5202/files/700/download'
    expect(list(own)).toEqual([`<img id="cc-moduleImage-81" class="cc-moduleImage" src="${own}">`])
    expect(list('https://canvas.test/files/700/download')).toHaveLength(1)
    expect(list('https://canvas.test/courses/77/files/700/download')).toEqual([])
    expect(list('https://elsewhere.test/picture.png')).toEqual([])
  })

  it('passes Canvas’s sanitiser with its JSON, its tag and its pictures', () => {
    const stored = sanitizeBody(write({ image: 'https://canvas.test/courses/5202/files/700/download' }))
    expect(stored).toContain('<div class="cc_json" style="display: none;">{"VISIBILITY":"all"')
    expect(stored).toContain('id="cc-course-5202"')
    expect(stored).toContain('id="cc-moduleImage-81"')
  })
})
