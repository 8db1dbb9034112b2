import { describe, expect, it } from 'vitest'
import { type AttentionQuestion, findAttention } from './find-attention.ts'
import { collection, configuration, entry, module } from './view.fixture.ts'

const attention = (more: Partial<AttentionQuestion>) =>
  findAttention({
    configuration: configuration(),
    modules: [],
    pages: [],
    missingImages: new Set(),
    staticPages: [],
    ...more,
  })
const page = (title: string, published = true) => ({
  slug: title.toLowerCase().replace(/[^a-z0-9]+/g, '-'),
  title,
  published,
})

describe('what staff should look at', () => {
  it('is nothing where all is well', () => {
    const collections = [collection('Weeks', { includePage: 'Welcome', outputPage: 'Home' })]
    const found = attention({
      configuration: configuration({ collections, modules: [entry('1', { image: '/ok.png' })] }),
      modules: [module('1')],
      pages: [page('Welcome'), page('Home')],
      missingImages: new Set(['/gone.png']),
      staticPages: [{ collection: 'Weeks', title: 'Home', isCurrent: true }],
    })
    expect(found).toEqual([])
  })

  it('are modules in no collection, also those of one that is gone', () => {
    const modules = [entry('1'), entry('2', { collection: null }), entry('3', { collection: 'Gone' })]
    const found = attention({
      configuration: configuration({ modules }),
      modules: ['1', '2', '3', '__proto__'].map(id => module(id)),
    })
    expect(found).toEqual([
      {
        kind: 'no-collection',
        fix: 'choose-collection',
        modules: [
          { id: '2', name: 'Module 2' },
          { id: '3', name: 'Module 3' },
          { id: '__proto__', name: 'Module __proto__' },
        ],
      },
    ])
  })

  it('are no such modules where a collection that students see takes them in', () => {
    const taking = (hide: boolean) => [collection('Weeks'), collection('All', { unallocated: true, hide })]
    const found = (hide: boolean) =>
      attention({ configuration: configuration({ collections: taking(hide) }), modules: [module('1')] })
    expect(found(false)).toEqual([])
    expect(found(true)).toHaveLength(1)
  })

  it('are images that are not there, where an image is shown', () => {
    const modules = [
      entry('1', { image: '/a' }),
      entry('2', { image: '/a', banner: 'colour' }),
      entry('3', { image: '/b' }),
    ]
    const found = attention({
      configuration: configuration({ modules }),
      modules: ['1', '2', '3'].map(id => module(id)),
      missingImages: new Set(['/a', '']),
    })
    expect(found).toEqual([{ kind: 'missing-images', fix: 'choose-image', modules: [{ id: '1', name: 'Module 1' }] }])
  })

  it('are pages that are not here or not published; one to be written is made by writing it', () => {
    const collections = [
      collection('A', { includePage: 'Welcome & go', outputPage: 'Home' }),
      collection('B', { includePage: 'Draft', outputPage: 'Old' }),
    ]
    const found = attention({
      configuration: configuration({ collections }),
      pages: [page('Draft', false), page('Old', false)],
    })
    expect(found).toEqual([
      { kind: 'unknown-page', fix: 'name-page', collection: 'A', title: 'Welcome & go' },
      { kind: 'unwritten-page', fix: 'write-page', collection: 'A', title: 'Home' },
      { kind: 'unpublished-page', fix: 'publish-page', use: 'include', collection: 'B', title: 'Draft', slug: 'draft' },
      { kind: 'unpublished-page', fix: 'publish-page', use: 'output', collection: 'B', title: 'Old', slug: 'old' },
    ])
  })

  it('are no pages where Canvas does not list them, nor those it finds by another spelling', () => {
    const given = configuration({ collections: [collection('A', { includePage: 'WELCOME note!' })] })
    expect(attention({ configuration: given, pages: null })).toEqual([])
    expect(attention({ configuration: given, pages: [page('Welcome Note')] })).toEqual([])
  })

  it('are static pages that would be written differently now, and entries kept for later', () => {
    const parked = [
      { entry: entry('9'), parkedAt: '2026-01-01T00:00:00Z', fromCourseId: null, why: 'unknown' },
    ] as const
    const found = attention({
      configuration: configuration({ parked }),
      staticPages: [
        { collection: 'A', title: 'Home', isCurrent: false },
        { collection: 'B', title: 'New', isCurrent: true },
      ],
    })
    expect(found).toEqual([
      { kind: 'outdated-page', fix: 'write-page', collection: 'A', title: 'Home' },
      { kind: 'parked', fix: 'review-parked', count: 1 },
    ])
  })
})
