import { describe, expect, it } from 'vitest'
import { freeSlug, toSlug } from './slug.ts'

const slugs: readonly (readonly [title: string, slug: string])[] = [
  // The examples of canvas_stringex's own specs.
  ['<p>This has 100% too much    <em>formatting</em></p>', 'this-has-100-percent-too-much-formatting'],
  ['Tea   &amp; crumpets &amp; <strong>cr&ecirc;pes</strong> for me!', 'tea-and-crumpets-and-crepes-for-me'],
  ['The Suspense... Is... Killing Me', 'the-suspense-dot-dot-dot-is-dot-dot-dot-killing-me'],
  ['How to use attr_accessible and attr_protected', 'how-to-use-attr-accessible-and-attr-protected'],
  ["I'm just making sure there's nothing wrong with things!", 'im-just-making-sure-theres-nothing-wrong-with-things'],
  ['Breakdown #9', 'breakdown-number-9'],
  ['foo@bar.com', 'foo-at-bar-dot-com'],
  ['Kisses are $3.25 each', 'kisses-are-3-dollars-25-cents-each'],
  ['That CD is £3.25 plus tax', 'that-cd-is-3-pounds-25-pence-plus-tax'],
  ['This CD is ¥1000 instead', 'this-cd-is-1000-yen-instead'],
  ['Foo&nbsp;Bar', 'foo-bar'],
  ['&frac12; a dollar', 'half-a-dollar'],
  // Titles teachers give.
  ['Canvas Collections Configuration', 'canvas-collections-configuration'],
  ['Week 1: Reading & Writing', 'week-1-reading-and-writing'],
  ['A/B', 'a-slash-b'],
  ['C++', 'c++'],
  ['½', '1-slash-2'],
  ['50°', '50deg'],
  ['It’s “here” – now', 'its-here-now'],
  ['a\u00a0b', 'a-b'],
  ['naïve café Ørsted', 'naive-cafe-orsted'],
  ['Ich kann Glas essen, ohne mir weh zu tun.', 'ich-kann-glas-essen-ohne-mir-weh-zu-tun'],
  ['Я могу есть стекло', 'ia-moghu-iest-stieklo'],
  ['Ελλάδα', 'ellada'],
  ['中文', 'zhong-wen'],
  ['武汉 2', 'wu-han-2'],
  ['つけません', 'tukemasen'],
  ['カフェ', 'カフェ'],
  ['🎓 Week 1', 'week-1'],
  ['$', 'dollars'],
  ['a $& b', 'a-dollars-and-b'],
  ['!?', ''],
  ['🎓', ''],
  ['', ''],
]

describe('toSlug', () => {
  it.each(slugs)('makes of %j the slug %j', (title, slug) => {
    expect(toSlug(title)).toBe(slug)
  })

  it('is done with a long run of tags that never close', () => {
    expect(toSlug('<a b=c '.repeat(40_000).slice(0, 100_000)).length).toBeGreaterThan(0)
  })
})

describe('freeSlug', () => {
  it('counts from 2 when the slug is taken', () => {
    const taken = new Set(['home', 'home-2', 'home-4'])
    expect(freeSlug('home', slug => taken.has(slug))).toBe('home-3')
    expect(freeSlug('away', slug => taken.has(slug))).toBe('away')
  })
})
