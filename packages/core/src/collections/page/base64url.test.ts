import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { base64UrlLength, decodeBase64Url, encodeBase64Url } from './base64url.ts'

describe('base64url', () => {
  it('is that of the text’s UTF-8, without padding', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), text => {
        expect(encodeBase64Url(text)).toBe(Buffer.from(text, 'utf8').toString('base64url'))
        expect(decodeBase64Url(encodeBase64Url(text))).toBe(text)
      }),
    )
  })

  it('replaces lone surrogates, which have no UTF-8', () => {
    expect(decodeBase64Url(encodeBase64Url('a\ud800b\udc00'))).toBe('a\ufffdb\ufffd')
  })

  it('has a length that can be told beforehand', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), text => {
        expect(base64UrlLength(text)).toBe(encodeBase64Url(text).length)
      }),
    )
    expect(base64UrlLength('a\ud800b\udc00\ud83d')).toBe(encodeBase64Url('a\ud800b\udc00\ud83d').length)
  })

  it.each(['a', 'ab=', 'a b', '_w', '4pi'])('refuses %j', encoded => {
    expect(decodeBase64Url(encoded)).toBeNull()
  })
})
