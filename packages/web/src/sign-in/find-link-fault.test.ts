import { describe, expect, it } from 'vitest'
import { findLinkFault, type LinkEntry } from './find-link-fault.ts'

const good: LinkEntry = { name: 'Ana', email: 'ana@example.edu', password: 'correct horse', again: 'correct horse' }

describe('findLinkFault', () => {
  it('finds nothing where all is well', () => {
    expect(findLinkFault(good, ['name', 'email', 'password'])).toBeUndefined()
  })

  it.each([
    ['name', { name: '  ' }],
    ['email', { email: 'ana@' }],
    ['password', { password: 'short', again: 'short' }],
    ['again', { again: 'Correct horse' }],
  ] as const)('points at %s', (field, wrong) => {
    expect(findLinkFault({ ...good, ...wrong }, ['name', 'email', 'password'])?.field).toBe(field)
  })

  it('asks only for what the link asks for', () => {
    expect(findLinkFault({ name: '', email: '', password: '', again: '' }, [])).toBeUndefined()
  })
})
