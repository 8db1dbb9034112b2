import { describe, expect, it } from 'vitest'
import { decodeText } from './decode-text.ts'

const bytesOf = (text: string) => Uint8Array.from(text, letter => letter.charCodeAt(0))

describe('a text is read', () => {
  it.each([
    ['as its XML declaration says', '<?xml version="1.0" encoding="windows-1252"?><a>\x93\xe9\x94 \x80</a>', '“é” €'],
    ['as windows-1252 if it says ISO 8859-1', '<?xml version="1.0" encoding="ISO-8859-1"?><a>\x96\xe9</a>', '–é'],
    [
      'as <meta charset> says',
      '<!DOCTYPE html><html><head><meta charset=iso-8859-1></head><body>\xe9 \x85</body>',
      'é …',
    ],
    [
      'as <meta http-equiv> says',
      `<html><head><meta content='text/html; charset=windows-1252' http-equiv="Content-Type"/></head>\xfc\x99`,
      'ü™',
    ],
    ['as other alphabets', '<meta charset="windows-1251"><p>\xcf</p>', 'П'],
    ['as UTF-8 if it says nothing', '<p>\xc3\xa9</p>', 'é'],
    ['as UTF-8 if it says what nobody knows', '<meta charset="x-own"><p>\xc3\xa9</p>', 'é'],
    ['as UTF-8 if it could not be UTF-16', '<meta charset="utf-16"><p>\xc3\xa9</p>', 'é'],
    ['as UTF-8 if its mark says so', '\xef\xbb\xbf<meta charset="latin1"><p>\xc3\xa9</p>', 'é'],
    [
      'as UTF-8 if only a comment or a text in it says else',
      '<!--<meta charset=latin1>--><a><![CDATA[<meta charset=latin1>]]>\xc3\xa9',
      'é',
    ],
  ])('%s', (_, written, meant) => {
    expect(decodeText(bytesOf(written))).toContain(meant)
  })
})
