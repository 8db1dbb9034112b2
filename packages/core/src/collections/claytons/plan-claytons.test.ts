import { parseFragment } from 'parse5'
import { describe, expect, it } from 'vitest'
import { toCourseId, toPageId } from '../../ids.ts'
import type { Collection, ModuleEntry } from '../configuration/configuration.ts'
import { type DomNode, fromDom } from '../html/from-dom.ts'
import { fromParse5, type Parse5Node } from '../html/from-parse5.ts'
import type { HtmlParser } from '../html/html-parser.ts'
import { readCollectionsPage } from '../page/read-collections-page.ts'
import { writeCollectionsPage } from '../page/write-collections-page.ts'
import { collection, configuration, entry, module, now } from '../view/view.fixture.ts'
import type { ClaytonsFacts, StoredPage } from './claytons-facts.ts'
import type { ClaytonsChoices, ReadyClaytons } from './claytons-plan.ts'
import { containerIds } from './container-ids.ts'
import { defaultClaytonsChoices, planClaytons } from './plan-claytons.ts'
import { sameStored } from './same-stored.ts'

const origin = 'https://canvas.test'
const courseId = toCourseId('7')
const parseHtml: HtmlParser = html => fromParse5(parseFragment(html))

const stored = (title: string, more: Partial<StoredPage> = {}): StoredPage => ({
  id: toPageId(title.replace(/\W/g, '') || '9'),
  slug: title.toLowerCase(),
  title,
  isPublished: true,
  isFrontPage: false,
  isLockedByBlueprint: false,
  body: '',
  ...more,
})

interface World {
  readonly collections?: readonly Collection[]
  readonly entries?: readonly ModuleEntry[]
  readonly pages?: readonly StoredPage[]
}

function factsOf({ collections = [], entries = [entry('1')], pages = [] }: World): ClaytonsFacts {
  const { html } = writeCollectionsPage({
    configuration: configuration({ collections, modules: entries }),
    courseId,
    origin,
    moduleLinks: [],
    pageLinks: [],
  })
  return {
    courseId,
    origin,
    readAt: now,
    copying: null,
    mayEdit: true,
    configuration: {
      pageId: toPageId('1'),
      slug: 'canvas-collections-configuration',
      title: 'Canvas Collections Configuration',
      published: true,
      updatedAt: now,
      blueprintLocked: false,
      reading: readCollectionsPage(parseHtml(html)),
      revisionId: null,
      earlier: [],
    },
    modules: entries.map(({ key }) => module(key)),
    pages,
  }
}

const weeks = collection('Weeks', { outputPage: 'A' })

function planOf(world: World, choices: Partial<ClaytonsChoices> = {}, parse = parseHtml): ReadyClaytons {
  const plan = planClaytons(factsOf(world), { ...defaultClaytonsChoices, ...choices }, parse)
  if (plan.kind !== 'ready') throw new Error(plan.text)
  return plan
}

const bodyOf = (world: World, choices?: Partial<ClaytonsChoices>): string => planOf(world, choices).pages[0]?.body ?? ''

describe('a plan of static pages', () => {
  const one = { collections: [weeks] }
  const both = [weeks, collection('Tasks', { outputPage: 'A' })]
  it.each([
    { what: 'a page that is not there', world: one, state: 'create', why: null },
    { what: 'an empty page', world: { ...one, pages: [stored('A')] }, state: 'write', why: null },
    {
      what: 'a page of that slug',
      world: { ...one, pages: [stored('Old name', { slug: 'a' })] },
      state: 'write',
      why: null,
    },
    {
      what: 'two pages',
      world: { ...one, pages: [stored('A'), stored('A', { slug: 'a-2' })] },
      state: 'blocked',
      why: 'duplicate-title',
    },
    {
      what: 'a blueprint’s page',
      world: { ...one, pages: [stored('A', { isLockedByBlueprint: true })] },
      state: 'blocked',
      why: 'blueprint-locked',
    },
    {
      what: 'a page without text',
      world: { ...one, pages: [stored('A', { body: null })] },
      state: 'blocked',
      why: 'withheld',
    },
    {
      what: 'too large a page',
      world: { ...one, pages: [stored('A', { body: 'x'.repeat(511_900) })] },
      state: 'blocked',
      why: 'too-large',
    },
    {
      what: 'a strange look',
      world: { collections: [{ ...weeks, representation: 'Rings' }] },
      state: 'blocked',
      why: 'unknown-representation',
    },
  ])('for $what is $state', ({ world, state, why }) => {
    expect(planOf(world).pages).toMatchObject([{ state, why }])
  })

  it('refuses links between pages where two collections share one', () => {
    expect(planOf({ collections: both }, { navigation: 'pages' }).pages).toMatchObject([{ why: 'shared-page' }])
    expect(planOf({ collections: both }, { navigation: 'tabs' }).pages).toMatchObject([{ state: 'create' }])
  })

  it('leaves hidden collections out unless they are named, and has the home page first', () => {
    const collections = [
      { ...weeks, hide: true },
      collection('Tasks', { outputPage: 'B' }),
      collection('More', { outputPage: 'C' }),
      collection('Bare'),
    ]
    const world = { collections, pages: [stored('C', { isFrontPage: true }), stored('B')] }
    const plan = planOf(world)
    expect(plan.pages.map(({ title }) => title)).toEqual(['C', 'B'])
    expect(plan.left).toEqual([
      { name: 'Weeks', why: 'hidden' },
      { name: 'Bare', why: 'no-output-page' },
    ])
    expect(planOf(world, { collections: ['Weeks'] }).pages.map(({ title }) => title)).toEqual(['A'])
  })

  it.each([
    { facts: { ...factsOf({}), configuration: null }, kind: 'nothing' },
    { facts: factsOf({ collections: [collection('Weeks')] }), kind: 'nothing' },
    { facts: { ...factsOf(one), mayEdit: false }, kind: 'stuck' },
    { facts: { ...factsOf(one), courseId: toCourseId('8') }, kind: 'stuck' },
  ])('may be none: $kind', ({ facts, kind }) => {
    expect(planClaytons(facts, defaultClaytonsChoices, parseHtml).kind).toBe(kind)
  })

  it('shows dates, words and an included page, nothing that runs, and links that a copy changes', () => {
    const date = { ...entry('1').date, label: 'Due', day: 'Mon', date: '9', month: 'Mar', calendarDate: '2026-03-09' }
    const dateShow = { ...entry('1').dateShow, label: true, day: true, date: true, month: true }
    const card = entry('1', {
      date,
      dateShow,
      description: '<p onclick="x()">Hi<script>x()</script></p>',
      engage: true,
    })
    const body = bodyOf({
      collections: [{ ...weeks, includePage: 'Intro' }],
      entries: [card],
      pages: [
        stored('Intro', {
          body: `<p>Welcome <a href="${origin}/courses/7/files/3?verifier=x" data-api-endpoint="y">file</a></p>`,
        }),
      ],
    })
    for (const part of [
      'Due Mon 9 Mar',
      '<p>Hi</p>',
      'href="/courses/7/modules/1"',
      '<a href="/courses/7/files/3">file</a>',
    ])
      expect(body).toContain(part)
    expect(body).not.toMatch(/onclick|<script|verifier|data-api/)
  })

  it('frames players of known hosts only, no wider than their card', () => {
    const frame = (src: string): string => `<iframe src="${src}" width="560" onload="x()"></iframe>`
    const entries = ['https://player.vimeo.com/video/1', 'https://evil.test/', 'javascript:x()'].map((src, at) =>
      entry(String(at + 1), { banner: 'iframe', iframe: frame(src) }),
    )
    const body = bodyOf({ collections: [weeks], entries })
    expect(body.match(/<iframe[^>]*>/g)).toEqual([
      expect.stringMatching(
        /^<iframe style="max-width: 100%;" src="https:\/\/player\.vimeo\.com\/video\/1" title="[^"]+" width="560" sandbox=/,
      ),
    ])
    expect(body).not.toContain('onload')
  })

  it.each([
    {
      banner: 'a frame that is not allowed',
      card: { banner: 'iframe', iframe: '<iframe src="https://evil.test/"></iframe>' },
    },
    { banner: 'no image', card: { banner: 'image', image: '' } },
  ] as const)('keeps the date off the title where there is $banner', ({ card }) => {
    const date = { ...entry('1').date, label: 'Due', day: 'Mon', date: '9', month: 'Mar', calendarDate: '2026-03-09' }
    const body = bodyOf({ collections: [weeks], entries: [entry('1', { ...card, date })] })
    expect(body).toContain('Due')
    expect(body).not.toContain('position: absolute')
  })

  it('is the same by a browser’s parser as by Node’s', () => {
    const dom = (node: Parse5Node): DomNode => ({
      nodeType: node.nodeName === '#text' ? 3 : node.nodeName === '#comment' ? 8 : 1,
      nodeValue: node.value ?? node.data ?? null,
      localName: node.nodeName,
      attributes: [...(node.attrs ?? [])],
      childNodes: (node.childNodes ?? []).map(dom),
      ...(node.content === undefined ? {} : { content: dom(node.content) }),
    })
    const world = {
      collections: both,
      entries: [entry('1', { description: '<p>a<table><b>x</table><p><a href=" /x ">1<a href=y>2' })],
      pages: [stored('A', { body: '<p>x&nbsp;<template><i>t</i></template>' })],
    }
    const byDom = planOf(world, { navigation: 'tabs' }, html => fromDom(dom(parseFragment(html))))
    expect(byDom.pages[0]?.body).toBe(bodyOf(world, { navigation: 'tabs' }))
  })

  it.each([
    [0, 'GriffithCards'],
    [1, 'GriffithCards'],
    [100, 'GriffithCards'],
    [101, 'HorizontalCards'],
    [1000, 'CollectionsTable'],
  ])('settles %i of %s: written, nothing is left to write', (many, representation) => {
    const entries = Array.from({ length: many }, (_, at) => entry(String(at + 1), { description: '<p><div>x</p>&lt;' }))
    const collections = [{ ...weeks, representation }]
    const body = bodyOf({ collections, entries, pages: [stored('A')] })
    const [again] = planOf({ collections, entries, pages: [stored('A', { body })] }).pages
    expect(again).toMatchObject({ state: 'unchanged', collections: [{ cards: many }] })
  })

  it('notices what is changed by hand, and what only Canvas changed not', () => {
    const body = bodyOf({ collections: [weeks], pages: [stored('A')] })
    const stateOf = (text: string) =>
      planOf({ collections: [weeks], pages: [stored('A', { body: text })] }).pages[0]?.state
    expect(stateOf(body.replace('>Module 1<', '>Module One<'))).toBe('edited')
    expect(stateOf(body.replace('margin: 16px 0', 'margin: 17px 0'))).toBe('edited')
    expect(stateOf(body.replaceAll('/courses/7/modules/1', '/courses/7/pages/welcome'))).toBe('edited')
    expect(stateOf(body.replace('/courses/7/modules/1', '/courses/6/modules/5'))).toBe('write')
    const token = '$CANVAS_OBJECT_REFERENCE$/modules/i0123456789abcdef0123456789abcdef'
    expect(stateOf(body.replace('/courses/7/modules/1', token))).toBe('write')
    expect(stateOf(body.replace('href="/courses', `data-api-endpoint="x" href="${origin}/courses`))).toBe('unchanged')
  })
})

describe('ids of generated parts', () => {
  it('are those of 1.3 where they are safe and one collection’s', () => {
    const ids = containerIds(['Week 1', 'A B', 'A-B', 'Q&A', 'Q&amp;A', '', '漢字'])
    expect([...ids.values()].slice(0, 2)).toEqual(['cc-output-Week-1', 'cc-output-A-B'])
    expect(ids.get('漢字')).toBe('cc-output-漢字')
    expect(new Set(ids.values()).size).toBe(7)
    for (const id of ids.values()) expect(id).toMatch(/^[\p{L}\p{N}_-]+$/u)
  })
})

describe('what is stored', () => {
  it.each([
    { one: `<a href="${origin}/courses/7/pages/x">a</a>`, other: '<a href="/courses/7/pages/x">a</a>', same: true },
    { one: '<p style="color: red">a</p>', other: '<p>a</p>', same: true },
    { one: '<p>a</p>', other: '<p>b</p>', same: false },
    { one: '<a href="/courses/7/modules/1">a</a>', other: '<a href="/courses/7/modules/2">a</a>', same: false },
  ])('$one and $other are the same: $same', ({ one, other, same }) => {
    expect(sameStored(one, other, { parseHtml, origin, styles: 'are-ignored' })).toBe(same)
    const isStyled = one.includes('style')
    expect(sameStored(one, other, { parseHtml, origin, styles: 'count' })).toBe(same && !isStyled)
  })
})
