import { type PlannedClayton, toPageId } from '@recourse/core'
import { describe, expect, it } from 'vitest'
import { pickTexts } from '../texts/pick-texts.ts'
import { claytonsLines, isLeftToDo, plannedWords } from './claytons-lines.ts'
import { addWritten, firstClaytons, isAtWork, toBeWritten, type WrittenPage } from './claytons-state.ts'

const { texts } = pickTexts('en')

const planned = (change: Partial<PlannedClayton> = {}): PlannedClayton => ({
  title: 'Topics',
  pageId: toPageId('1'),
  slug: 'topics',
  state: 'write',
  why: null,
  text: '',
  isFrontPage: false,
  isPublished: true,
  publishes: false,
  navigation: 'none',
  collections: [],
  before: '',
  body: '',
  ...change,
})

const became = (result: WrittenPage['result'], change: Partial<WrittenPage> = {}): WrittenPage => ({
  title: 'Topics',
  pageId: toPageId('1'),
  result,
  text: '',
  undo: null,
  planned: planned(),
  ...change,
})

const lines = (...written: readonly WrittenPage[]) => claytonsLines({ ...firstClaytons, written }, texts)

describe('what would be written', () => {
  it('is what is new or old, and what was changed by hand only where it is chosen', () => {
    const pages = [
      planned({ state: 'create', pageId: null, title: 'New' }),
      planned({ state: 'unchanged', title: 'Same' }),
      planned({ state: 'edited', pageId: toPageId('2'), title: 'Mine' }),
      planned({ state: 'edited', pageId: toPageId('3'), title: 'Theirs' }),
      planned({ state: 'blocked', title: 'Locked' }),
      planned(),
    ]
    expect(toBeWritten(pages, []).map(({ title }) => title)).toEqual(['New', 'Topics'])
    const replaced = [toPageId('3'), toPageId('99')]
    expect(toBeWritten(pages, replaced).map(({ title }) => title)).toEqual(['New', 'Theirs', 'Topics'])
  })

  it('is said with the home page, and with what students do not see', () => {
    expect(plannedWords(planned({ isFrontPage: true }), texts)).toBe('home page; will be written')
    expect(plannedWords(planned({ isPublished: false }), texts)).toBe(
      'will be written; not published, so students do not see it',
    )
    expect(plannedWords(planned({ state: 'create', isPublished: false }), texts)).toBe('will be made, not published')
  })

  it('names why a page is left alone', () => {
    const page = planned({ state: 'blocked', why: 'duplicate-title' })
    expect(plannedWords(page, texts)).toBe('several pages have this title: rename all but one')
  })
})

describe('what became of each page', () => {
  it('is one line each, with the reason of a fault and of what is blocked', () => {
    const locked = planned({ state: 'blocked', why: 'blueprint-locked' })
    expect(
      lines(
        became('written'),
        became('failed', { text: 'No answer.' }),
        became('blocked', { title: 'Locked', planned: locked }),
      ),
    ).toEqual(['Topics: written', 'Topics: not written. No answer.', 'Locked: locked by a blueprint: unlock it there'])
  })

  it('says of a page that was written and is not published that students do not see it', () => {
    expect(lines(became('written', { planned: planned({ isPublished: false }) }))).toEqual([
      'Topics: written; not published, so students do not see it',
    ])
  })

  it('is nothing before something was written, and after Undo what that did', () => {
    expect(lines()).toEqual([])
    const pages = [{ title: 'Topics', result: 'changed-since', text: '' }] as const
    expect(claytonsLines({ ...firstClaytons, stage: { kind: 'undone', pages } }, texts)).toEqual([
      'Topics: somebody saved it since: left as it is',
    ])
  })

  it('needs nobody where it is written or was as it should be', () => {
    const results = ['written', 'unchanged', 'edited', 'not-reached', 'conflict'] as const
    expect(results.filter(result => isLeftToDo(became(result)))).toEqual(['edited', 'not-reached', 'conflict'])
  })
})

it('is at work while pages are read and written', () => {
  const kinds = ['idle', 'reading'] as const
  expect(kinds.map(kind => isAtWork({ ...firstClaytons, stage: { kind } }))).toEqual([false, true])
})

describe('a second run', () => {
  const undo = { pageId: toPageId('1'), revisionId: 3, previousRevisionId: 2, wasPublished: true }

  it('keeps the way back where it wrote nothing, and has its own where it did', () => {
    const first = [became('written', { undo })]
    expect(addWritten(first, [became('unchanged')])).toEqual([became('unchanged', { undo })])
    const later = { ...undo, revisionId: 5, previousRevisionId: 4 }
    expect(addWritten(first, [became('written', { undo: later })])).toEqual([became('written', { undo: later })])
  })

  it('leaves pages that it did not touch', () => {
    const other = became('written', { title: 'Other', undo })
    expect(addWritten([other], [became('unchanged')])).toEqual([became('unchanged'), other])
    expect(addWritten([], [])).toEqual([])
  })
})
