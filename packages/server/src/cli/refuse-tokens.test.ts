import { describe, expect, it } from 'vitest'
import { refuseTokens } from './refuse-tokens.ts'

const token = `1017~${'aB3'.repeat(21)}`

describe('a token as an argument', () => {
  it.each([
    [[token]],
    [['canvas', 'check', 'https://canvas.example.edu/courses/1', '--token', 'x']],
    [['--token=x']],
    [['--access-token', 'x']],
    [['--accessToken=x']],
    [['--token-file', token]],
    [[`--token-file=${token}`]],
    [['https://canvas.example.edu/courses/1?access_token=x']],
    [['a'.repeat(64)]],
  ])('is refused: %j', words => {
    expect(() => refuseTokens(words)).toThrow(/not taken as an argument/)
  })

  it('is not repeated in the refusal', () => {
    expect(() => refuseTokens([token])).toThrow(/^(?!.*1017~)/)
  })

  it.each([
    [['canvas', 'check', 'https://canvas.example.edu/courses/7~42', '--token-file', '/run/secrets/canvas']],
    [['--pair', '1~81=1~4711']],
    [['--rename', 'Token=Tokens']],
    [['--page', 'canvas-collections-configuration-2']],
  ])('is not seen in %j', words => {
    expect(() => refuseTokens(words)).not.toThrow()
  })
})
