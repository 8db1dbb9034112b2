import { toModuleId } from '@recourse/core'
import { describe, expect, it } from 'vitest'
import { resolvePair, resolveRename, type Sides } from './resolve-pair.ts'

const sides: Sides = {
  option: '--pair',
  holder: "last term's Collections have",
  entries: [
    { key: '81', name: 'Limits' },
    { key: '82', name: 'f(x) = y' },
    { key: '83', name: 'Exam' },
    { key: '84', name: 'Exam' },
    { key: '85', name: 'a=b' },
    { key: '86', name: 'a' },
  ],
  modules: [
    { id: toModuleId('4711'), name: 'Limits (new)' },
    { id: toModuleId('4712'), name: 'y = f(x)' },
    { id: toModuleId('4713'), name: '4711' },
    { id: toModuleId('4714'), name: 'c' },
    { id: toModuleId('4715'), name: 'b=c' },
  ],
}

describe('a pair', () => {
  it.each([
    ['81=4711', '81', '4711'],
    ['Limits=4711', '81', '4711'],
    ['81=Limits (new)', '81', '4711'],
    ['f(x) = y=y = f(x)', '82', '4712'],
    ['83=4714', '83', '4714'],
  ])('is found in %s', (text, key, id) => {
    expect(resolvePair(text, sides)).toMatchObject({ key, module: { id } })
  })

  it('may say that an entry is none of the modules', () => {
    expect(resolvePair('81=none', sides)).toMatchObject({ key: '81', module: null })
    expect(resolvePair('81=', sides)).toMatchObject({ key: '81', module: null })
  })

  it('is not guessed where two splits both make sense', () => {
    expect(() => resolvePair('a=b=c', sides)).toThrow(/may mean 86=4715 or 85=4714/)
  })

  it('is not guessed where two entries have the name', () => {
    expect(() => resolvePair('Exam=4711', sides)).toThrow(/may mean 83=4711 or 84=4711/)
  })

  it.each([
    ['Limits', /no “=”/],
    ['Unknown=4711', /last term's Collections have no such module/],
    ['Limits=Unknown', /no module “Unknown”/],
    ['', /no “=”/],
  ])('says what is wrong with “%s”', (text, message) => {
    expect(() => resolvePair(text, sides)).toThrow(message)
  })
})

describe('a rename', () => {
  it('goes by names, wherever the “=” stands', () => {
    expect(resolveRename('f(x) = y=y = f(x)', sides)).toEqual(['f(x) = y', 'y = f(x)'])
    expect(resolveRename('Limits=Limits (new)', sides)).toEqual(['Limits', 'Limits (new)'])
  })

  it('does not go by ids', () => {
    expect(resolveRename('81=4712', sides)).toBeUndefined()
  })

  it('names nothing where this course has no such names', () => {
    expect(resolveRename('Limits=Elsewhere', sides)).toBeUndefined()
  })
})
