import { execFileSync } from 'node:child_process'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { toShellWord } from './shell-word.ts'

it('leaves plain words alone', () => {
  expect(toShellWord('https://canvas.example.edu/courses/42', 'linux')).toBe('https://canvas.example.edu/courses/42')
})

it('quotes for the shell that will read it', () => {
  expect(toShellWord("it's $HOME", 'linux')).toBe(`'it'\\''s $HOME'`)
  expect(toShellWord('a "b"', 'win32')).toBe('"a ""b"""')
})

it('comes through a shell unchanged, whatever it is', () => {
  const texts = fc.sample(fc.string({ unit: 'grapheme', minLength: 1 }), 200).filter(text => !text.includes('\0'))
  const script = `printf '%s\\0' ${texts.map(text => toShellWord(text, 'linux')).join(' ')}`
  const read = execFileSync('/bin/sh', ['-c', script], { encoding: 'utf8' }).split('\0').slice(0, -1)
  expect(read).toEqual(texts)
})
