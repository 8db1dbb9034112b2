import type { ClaytonOutcome } from '@recourse/canvas'
import { type PlannedClayton, toPageId } from '@recourse/core'
import { describe, expect, it } from 'vitest'
import { pickTexts } from '../texts/pick-texts.ts'
import { claytonsLines, isLeftToDo, plannedWords } from './claytons-lines.ts'
import { firstClaytons, isAtWork, toBeWritten } from './claytons-state.ts'

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

const became = (result: ClaytonOutcome['result'], change: Partial<ClaytonOutcome> = {}): ClaytonOutcome => ({
  title: 'Topics',
  pageId: toPageId('1'),
  result,
  text: '',
  undo: null,
  ...change,
})

const done = (pages: readonly ClaytonOutcome[], plan: readonly PlannedClayton[] = []) =>
  claytonsLines({ kind: 'done', outcome: { pages, isCancelled: false }, planned: plan }, texts)

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
    const plan = [planned({ title: 'Locked', state: 'blocked', why: 'blueprint-locked' })]
    expect(
      done([became('written'), became('failed', { text: 'No answer.' }), became('blocked', { title: 'Locked' })], plan),
    ).toEqual(['Topics: written', 'Topics: not written. No answer.', 'Locked: locked by a blueprint: unlock it there'])
  })

  it('says of a page that was written and is not published that students do not see it', () => {
    expect(done([became('written')], [planned({ isPublished: false })])).toEqual([
      'Topics: written; not published, so students do not see it',
    ])
  })

  it('is nothing before something was written', () => {
    expect(claytonsLines(firstClaytons.stage, texts)).toEqual([])
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
