import { describe, expect, it } from 'vitest'
import { file } from '../import/import-facts.fixture.ts'
import { fileFinder, findPackageFile } from './package-file.ts'

describe('a token that the import of a package left in a text', () => {
  it.each([
    ['$IMS-CC-FILEBASE$/Images/cards/a%20b.png?canvas_download=1', ['Images', 'cards', 'a b.png'], '/download'],
    ['$IMS-CC-FILEBASE$/a.png', ['a.png'], ''],
    ['%24IMS-CC-FILEBASE%24/a.png?canvas_download=1&canvas_qs_wrap=1', ['a.png'], '/download?wrap=1'],
    ['$IMS_CC_FILEBASE$/texture%20&%20structure.png', ['texture & structure.png'], ''],
    ['$IMS-CC-FILEBASE$/100%25%20of%zz.png', ['100%25%20of%zz.png'], ''],
  ])('%s', (url, path, rest) => {
    expect(findPackageFile(url)).toEqual({ path, rest })
  })

  it.each(['$WIKI_REFERENCE$/pages/x', 'https://canvas.test/$IMS-CC-FILEBASE$/a.png', ''])('%s is none', url => {
    expect(findPackageFile(url)).toBeUndefined()
  })
})

describe('a file looked for by its path', () => {
  const files = [
    file('1', 'a.png', { folderPath: 'Images' }),
    file('2', 'a.png', { folderPath: '' }),
    file('3', 'Été + co.png', { folderPath: null }),
  ]
  it.each([
    [['Images', 'a.png'], '1'],
    [['gone', 'Images', 'a.png'], '1'],
    [['gone', 'a.png'], '2'],
    [['images', 'A.PNG'], '1'],
    [['E\u0301te\u0301 + co.png'], '3'],
    [['b.png'], undefined],
    [[], undefined],
  ])('%j', (path, id) => {
    expect(fileFinder(files)(path)?.id).toBe(id)
  })

  it('whose name was written with + for spaces', () => {
    expect(fileFinder([file('4', 'a b.png')])(['a+b.png'])?.id).toBe('4')
  })
})
