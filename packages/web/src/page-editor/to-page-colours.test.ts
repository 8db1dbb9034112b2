import { expect, it } from 'vitest'
import { toPageColours } from './to-page-colours.ts'

it.each([
  [null, {}],
  [{ colour: 'red' }, {}],
  [
    { background: '#eef4f8', accent: '#0b5a83' },
    { background: '#eef4f8', colour: '#2d3b45', accent: '#0b5a83' },
  ],
  [{ background: '#101820' }, { background: '#101820', colour: '#ffffff' }],
  [{ background: 'url(https://evil.example/x)', accent: 'red;position:fixed' }, {}],
])('%j is drawn as %j', (definition, colours) => expect(toPageColours(definition)).toEqual(colours))
