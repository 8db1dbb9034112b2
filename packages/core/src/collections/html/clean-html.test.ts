import fc from 'fast-check'
import type { Element } from 'hast'
import { parseFragment } from 'parse5'
import { describe, expect, it } from 'vitest'
import { attacks } from './clean-html.fixture.ts'
import { cleanHtml } from './clean-html.ts'
import { fromParse5 } from './from-parse5.ts'
import { createElement, elements, textContent } from './html-tree.ts'
import { toHtml } from './to-html.ts'

const iframeHosts = ['player.test']
const parse = (html: string, scriptingEnabled = true) => fromParse5(parseFragment(html, { scriptingEnabled }))
const clean = (html: string) => cleanHtml(parse(html), { iframeHosts })
const cleaned = (html: string) => toHtml(clean(html))

describe('what may stay', () => {
  it.each([
    ['<p class="a b" lang="de" title="&quot;x&quot;">Dig &amp; measure</p>'],
    [
      '<a href="/courses/1/pages/kit">a</a><a href="#module_2">b</a><a href="mailto:a@b.test">c</a><a href="tel:1">d</a>',
    ],
    ['<table border="1"><tbody><tr><th scope="col">a</th><td colspan="2">b</td></tr></tbody></table>'],
    ['<ol start="3"><li value="4">a</li></ol>'],
    ['<div style="color: red; margin: 0 auto; background: url(/a.png) no-repeat;">x</div>'],
    ['<div style="display: grid; grid-template-columns: repeat(3, minmax(0px, 1fr));">x</div>'],
    ['<div style="font-family: \'Open Sans\', sans-serif; width: calc(100% - (2 * 3px));">x</div>'],
    ['<video src="https://x.test/v.mp4" controls=""><track src="/t.vtt" kind="captions" srclang="en"></video>'],
    ["<p>שלום 😀 a\u0301 $' &lt;b&gt;&nbsp;</p>"],
    ['<p aria-label="x" role="note" dir="rtl">x</p>'],
  ])('%s', html => {
    expect(cleaned(html)).toBe(html)
  })
})

describe('what is changed', () => {
  it.each<readonly [what: string, html: string, result: string]>([
    ['unknown elements leave their contents', '<main>a <x-y>b <b>c</b></x-y></main>', 'a b <b>c</b>'],
    ['formulas leave their text, not their source', '<math><mi>x</mi><annotation>\\x</annotation></math>', 'x'],
    [
      'pictures are lazy and have words',
      '<img src="/a.png"><img alt="A spade" loading="eager">',
      '<img src="/a.png" alt="" loading="lazy"><img alt="A spade" loading="lazy">',
    ],
    [
      'equations keep their source',
      '<img data-equation-content="x^2" data-x="1">',
      '<img data-equation-content="x^2" alt="" loading="lazy">',
    ],
    [
      'new tabs get no hold of this one',
      '<a href="/x" target="_blank" rel="opener">x</a>',
      '<a href="/x" target="_blank" rel="noopener">x</a>',
    ],
    ['other targets go', '<a href="/x" target="_top" rel="x">x</a>', '<a href="/x">x</a>'],
    ['ids and names go', '<p id="a">x<a name="b">y</a></p>', '<p>x<a>y</a></p>'],
    ['comments go', 'a<!-- x -->b', 'ab'],
    [
      'drawings, style sheets and scripts go with all they hold',
      'a<svg><text>x</text></svg><style>p{}</style><script>x</script>b',
      'ab',
    ],
    [
      'declarations are judged one by one',
      '<p style="COLOR:RED;opacity:0;position:fixed;margin:-1px;top:0;padding : 1px">x</p>',
      '<p style="color: RED; padding: 1px;">x</p>',
    ],
    ['a style of which nothing stays goes', '<p style="position:absolute;:width:100%">x</p>', '<p>x</p>'],
  ])('%s', (_, html, result) => {
    expect(cleaned(html)).toBe(result)
  })
})

describe('a style', () => {
  it.each<readonly [css: string, result: string]>([
    ['background: url("https://x.test/a.png")', 'background: url("https://x.test/a.png");'],
    ["background: url('//x.test/a.png?b=c&d=e')", "background: url('//x.test/a.png?b=c&d=e');"],
    ['background: url(data:image/png;base64,AA)', ''],
    ['background: url(x', ''],
    ['background: url(javascript:x) )', ''],
    ['background: image-set("javascript:x" 1x)', ''],
    [
      'background-image: linear-gradient(90deg, rgba(0, 0, 0, .5), hsl(1 2% 3%))',
      'background-image: linear-gradient(90deg, rgba(0, 0, 0, .5), hsl(1 2% 3%));',
    ],
    ['color: red !important', 'color: red !important;'],
    ['color: r\\65 d', ''],
    ['color: "red', ''],
    ['color:\nred', 'color: red;'],
    ['margin: 0 -1px', ''],
    ['margin-left: calc(0px - 9px)', ''],
    ['margin-left: - 9px', ''],
    ['padding-left: var(--x)', ''],
    ['background-attachment: fixed', ''],
    ['__proto__: x; constructor: y', ''],
    [`color: ${'x'.repeat(2000)}`, ''],
  ])('%j becomes %j', (css, result) => {
    const [element] = elements(
      cleanHtml({ type: 'root', children: [createElement('p', { style: css })] }, { iframeHosts }),
    )
    expect(element?.properties.style ?? '').toBe(result)
  })
})

describe('a frame', () => {
  const frame = (html: string) => elements(clean(html)).at(0)?.properties

  it('of an allowed host is shut in, lazy, and has a title', () => {
    expect(
      frame(
        '<iframe src="https://player.test/e/1?a=b" width="560" height="90%" onload="x" sandbox="allow-top-navigation" allow="camera">',
      ),
    ).toEqual({
      src: 'https://player.test/e/1?a=b',
      title: 'player.test',
      width: '560',
      height: '90%',
      loading: 'lazy',
      sandbox: 'allow-scripts allow-same-origin allow-presentation allow-popups',
      allow: 'fullscreen; encrypted-media; picture-in-picture',
      allowfullscreen: '',
    })
  })

  it.each(['//player.test/e', 'http://PLAYER.test/e', ' https://player.test'])('%j is asked for safely', src => {
    expect(frame(`<iframe src="${src}" title="A &amp; B">`)).toMatchObject({
      src: expect.stringMatching(/^https:\/\/player\.test/i),
      title: 'A & B',
    })
  })

  it.each([
    'https://evil.test/',
    '/courses/1',
    'https://player.test:8443/',
    'https://a.player.test/',
    'about:blank',
    '',
  ])('%j is left out', src => {
    expect(cleaned(`a<iframe src="${src}"></iframe>b`)).toBe('ab')
  })
})

const schemes: ReadonlySet<string> = new Set(['http:', 'https:', 'mailto:', 'tel:'])
const runs =
  /^(?:script|style|template|noscript|svg|math|object|embed|link|meta|base|form|input|button|textarea|select|title|xmp|plaintext|noembed|noframes|frame|frameset|applet|area|map|marquee|dialog|slot|portal)$/
const acts =
  /^on|^(?:id|name|srcdoc|srcset|formaction|action|ping|is|slot|part|background|xlink:href|data-(?!equation-content).*|contenteditable|autofocus|tabindex|usemap|autoplay)$/

/** What is wrong with an element, by rules of its own: browsers' reading of addresses, and lists of what runs. */
function faultsOf({ tagName, properties }: Element): readonly string[] {
  const attributes = Object.entries(properties).map(([name, value]) => [name, String(value)] as const)
  return [
    ...(runs.test(tagName) ? [tagName] : []),
    ...attributes.flatMap(([name, value]) => {
      if (acts.test(name)) return [name]
      if (name === 'style')
        return /javascript|data:|expression\s*\(|(?:^|;)\s*position\s*:|\\|(?:^|;)\s*margin[\w-]*\s*:[^;]*-|[<>{}]/i.test(
          value,
        )
          ? [value]
          : []
      const isAddress = name === 'href' || name === 'src' || name === 'poster'
      if (!isAddress || !URL.canParse(value, 'https://canvas.test/')) return []
      const { protocol, host } = new URL(value, 'https://canvas.test/')
      if (tagName === 'iframe') return host === 'player.test' && protocol === 'https:' ? [] : [value]
      return schemes.has(protocol) ? [] : [value]
    }),
    ...(tagName === 'iframe' && !String(properties.sandbox).startsWith('allow-scripts allow-same') ? ['sandbox'] : []),
  ]
}

/** Faults of the cleaned tree, and of what parsers make of its text, with and without scripts. */
function faultsIn(html: string): readonly string[] {
  const tree = clean(html)
  const text = toHtml(tree)
  return [tree, parse(text), parse(text, false)].flatMap(each => elements(each).flatMap(faultsOf))
}

describe('nothing that runs gets through', () => {
  it('of more than a hundred attacks', () => {
    expect(attacks.length).toBeGreaterThan(100)
  })

  it.each(attacks)('%s', html => {
    expect(faultsIn(html)).toEqual([])
  })

  it.each(attacks)('behind markup that is left open: %s', html => {
    for (const before of [
      '<table><tr>',
      '<svg>',
      '<math><mtext>',
      '<select>',
      '<p><a href="x">',
      '<template>',
      '<!--',
      '<b title="',
    ])
      expect(faultsIn(before + html)).toEqual([])
  })

  it('in any mixture', () => {
    const pieces = [...attacks, ...attacks.flatMap(html => html.match(/<[^>]*>?|[^<]+/g) ?? [])]
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 8 }), parts => {
        expect(faultsIn(parts.join(''))).toEqual([])
      }),
      { numRuns: 500 },
    )
  })

  it('in any attribute of any element', () => {
    const name = fc.constantFrom(
      'href',
      'src',
      'style',
      'poster',
      'onclick',
      'srcdoc',
      'id',
      '__proto__',
      'constructor',
      'target',
    )
    const value = fc.oneof(
      fc.string(),
      fc.constantFrom('javascript:alert(1)', '_blank', '//evil.test'),
      fc
        .array(fc.constantFrom('java', 'script', ':', '\t', '\n', ' ', '/', '\\', '#', '?', 'https', '\u0001'), {
          maxLength: 8,
        })
        .map(parts => parts.join('')),
      fc
        .array(
          fc.constantFrom(
            'position',
            ':',
            ';',
            'fixed',
            'url(',
            ')',
            '"',
            "'",
            '\\',
            '/*',
            '*/',
            'margin',
            '-9px',
            'color',
            'red',
          ),
          { maxLength: 10 },
        )
        .map(parts => parts.join('')),
    )
    const tagName = fc.constantFrom('a', 'img', 'div', 'iframe', 'video', 'constructor', '__proto__', 'script')
    fc.assert(
      fc.property(tagName, fc.dictionary(name, value), (tag, attributes) => {
        const tree = cleanHtml({ type: 'root', children: [createElement(tag, attributes)] }, { iframeHosts })
        expect(elements(tree).flatMap(faultsOf)).toEqual([])
      }),
      { numRuns: 2000 },
    )
  })
})

describe('cleaning', () => {
  it('again changes nothing', () => {
    const pieces = fc.constantFrom(
      ...attacks,
      '<div style="color:red;top:2px;margin:0 -2px">',
      '</div>',
      '<table><tr><td>',
      '</table>',
      '<a href="/x y" target="_blank">',
      '<iframe src="//player.test/1"></iframe>',
      'é & \u00a0"',
    )
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 10 }), parts => {
        const once = clean(parts.join(''))
        expect(cleanHtml(once, { iframeHosts })).toEqual(once)
      }),
    )
  })

  it('leaves the tree that it is given alone', () => {
    const tree = parse('<main>a</main>b<p id="x" style="top:0">c</p>')
    const before = JSON.stringify(tree)
    cleanHtml(tree, { iframeHosts })
    expect(JSON.stringify(tree)).toBe(before)
  })

  it('loses no text but that of what runs', () => {
    expect(textContent(clean('<form>a<label>b</label></form><p>c<script>d</script><x>e</x></p>'))).toBe('abce')
  })

  it.each([0, 1, 100, 101, 1000, 100_000])('takes any depth: %i', depth => {
    let tree = createElement('b', { id: 'x' })
    for (let at = 0; at < depth; at += 1) tree = createElement('div', { onclick: 'x' }, tree)
    const found = elements(cleanHtml({ type: 'root', children: [tree] }, { iframeHosts }))
    expect(found).toHaveLength(depth + 1)
    expect(found.every(element => Object.keys(element.properties).length === 0)).toBe(true)
  })

  it('takes long hostile values', () => {
    const long = 100_000
    const parts = [
      ' '.repeat(long),
      `a${' '.repeat(long)}b`,
      ...['a', 'url(', '"', ':', '-'].map(part => part.repeat(long)),
    ]
    const values = parts.flatMap(part => ['', 'color:', 'margin: ', 'background: url('].map(before => before + part))
    const children = values.flatMap(value => [
      createElement('a', { style: value, href: value }),
      createElement('iframe', { src: value }),
    ])
    expect(elements(cleanHtml({ type: 'root', children }, { iframeHosts }))).toHaveLength(values.length)
  })
})
