import type { PlannedClayton } from '@recourse/core'
import { toPageId } from '@recourse/core'
import { expect, it } from 'vitest'
import { toStaticPages } from './read-static-pages.ts'

const page = (state: PlannedClayton['state'], collections: PlannedClayton['collections']): PlannedClayton => ({
  title: 'Home',
  pageId: toPageId('1'),
  slug: 'home',
  state,
  why: null,
  text: '',
  isFrontPage: true,
  isPublished: true,
  publishes: false,
  navigation: 'none',
  collections,
  before: '',
  body: null,
})

it('each collection on a page is current by itself', () => {
  const pages = [
    page('write', [
      { name: 'A', state: 'current', cards: 1 },
      { name: 'B', state: 'outdated', cards: 0 },
      { name: 'C', state: 'unsigned', cards: 2 },
    ]),
  ]
  expect(toStaticPages(pages).map(({ collection, isCurrent }) => [collection, isCurrent])).toEqual([
    ['A', true],
    ['B', false],
    ['C', false],
  ])
})

it('pages that are not there yet are not out of date', () => {
  expect(toStaticPages([page('create', [{ name: 'A', state: 'absent', cards: 1 }])])).toEqual([])
  expect(toStaticPages([])).toEqual([])
})
