import { Command } from 'commander'
import { describe, expect, it } from 'vitest'
import { addChoiceOptions, type ChoiceOptions, choiceWords } from './choice-options.ts'

function parse(words: readonly string[]): ChoiceOptions {
  const command = addChoiceOptions(new Command('import'))
    .exitOverride()
    .configureOutput({ writeErr: () => undefined })
  return command.parse([...words], { from: 'user' }).opts()
}

describe('choices on the command line', () => {
  it.each([
    ['shift', { kind: 'shift', days: null }],
    ['shift:182', { kind: 'shift', days: 182 }],
    ['shift:+182', { kind: 'shift', days: 182 }],
    ['shift:-7', { kind: 'shift', days: -7 }],
    ['keep', { kind: 'keep' }],
    ['clear', { kind: 'clear' }],
  ])('--dates %s', (text, dates) => {
    expect(parse(['--dates', text]).dates).toEqual(dates)
  })

  it.each(['', 'move', 'shift:', 'shift:1.5', 'shift:1e3', 'shift:99999', 'SHIFT'])('refuses --dates “%s”', text => {
    expect(() => parse(['--dates', text])).toThrow(/--dates/)
  })

  it('takes reasons in a list and more than once', () => {
    expect(parse(['--accept', 'missing-image, dates', '--accept', 'similar']).accept).toEqual([
      'missing-image',
      'dates',
      'similar',
    ])
  })

  it('names the reasons when one is not known', () => {
    expect(() => parse(['--accept', 'missing-image,everything'])).toThrow(/everything.*not-matched, similar/)
    expect(() => parse(['--accept', 'locked'])).toThrow(/Not to be accepted: locked/)
  })

  it.each([
    ['--images', 'maybe'],
    ['--allocate', 'somewhere'],
  ])('refuses %s %s', (option, value) => {
    expect(() => parse([option, value])).toThrow(/Allowed choices/)
  })

  it('takes pairs and renames any number of times, whatever is in them', () => {
    const options = parse(['--pair', '1=2', '--pair', 'a=b=c', '--rename', '=', '--rename', '-x=--y'])
    expect(options).toMatchObject({ pair: ['1=2', 'a=b=c'], rename: ['=', '-x=--y'] })
  })

  it('can be written out again as they were typed', () => {
    const words = [
      ...['--page', 'slug', '--pair', '1=2', '--rename', "it's=so", '--accept-similar', '--park-unmatched'],
      ...['--accept', 'dates,similar', '--dates', 'shift:-7', '--images', 'copy', '--allocate', 'neighbour'],
      ...['--publish', '--visible'],
    ]
    expect(choiceWords(parse(words))).toEqual(words)
    expect(choiceWords(parse([]))).toEqual([])
  })
})
