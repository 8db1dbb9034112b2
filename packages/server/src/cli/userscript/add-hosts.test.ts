import { describe, expect, it } from 'vitest'
import { addHosts } from './add-hosts.ts'

const script = [
  '// ==UserScript==',
  '// @match        https://*.instructure.com/courses/*',
  '// @grant        none',
  '// ==/UserScript==',
  'run("// @match        https://other.example/courses/*")',
].join('\n')

describe('hosts of a userscript', () => {
  it('stand behind the match that it has, in the order they were named', () => {
    expect(addHosts(script, ['canvas.example.edu', '*.canvas.example.org']).split('\n').slice(1, 5)).toEqual([
      '// @match        https://*.instructure.com/courses/*',
      '// @match        https://canvas.example.edu/courses/*',
      '// @match        https://*.canvas.example.org/courses/*',
      '// @grant        none',
    ])
  })

  it('stand there once, however often they are named', () => {
    const once = addHosts(script, ['canvas.example.edu'])
    expect(addHosts(script, ['canvas.example.edu', 'https://Canvas.Example.edu/courses/42'])).toBe(once)
    expect(addHosts(script, ['*.instructure.com'])).toBe(script)
  })

  it.each([
    '',
    '*',
    'localhost:3000',
    'canvas.example.edu:8443',
    'a b.example',
    'exa"mple.edu',
    '*.*.edu',
    '.edu',
    'ä.example.edu',
  ])('are names, not “%s”', host => {
    expect(() => addHosts(script, [host])).toThrow(/is not the name of a host/)
  })
})
