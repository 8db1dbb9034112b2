import { describe, expect, it } from 'vitest'
import { parseCourseAddress } from './course-address.ts'

describe('the address of a course', () => {
  it.each([
    'https://canvas.example.edu/courses/42',
    'https://canvas.example.edu/courses/42/',
    'https://canvas.example.edu/courses/42/modules',
    'https://canvas.example.edu/courses/42/modules#module_77',
    'https://canvas.example.edu/courses/42?invitation=x',
    'https://canvas.example.edu/courses/42/pages/canvas-collections-configuration/edit?a=b#c',
    'https://canvas.example.edu/api/v1/courses/42/modules',
    'HTTPS://Canvas.Example.EDU/courses/42',
    'canvas.example.edu/courses/42',
    '  https://canvas.example.edu/courses/42\n',
  ])('is read from %s', text => {
    expect(parseCourseAddress(text)).toMatchObject({
      origin: 'https://canvas.example.edu',
      courseId: '42',
      url: 'https://canvas.example.edu/courses/42',
      isOpenToEavesdroppers: false,
    })
  })

  it('keeps a port and the id of another shard', () => {
    expect(parseCourseAddress('http://localhost:3000/courses/7~42/modules')).toMatchObject({
      origin: 'http://localhost:3000',
      courseId: '7~42',
    })
    expect(parseCourseAddress('localhost:3000/courses/1').origin).toBe('http://localhost:3000')
  })

  it.each([
    ['http://canvas.example.edu/courses/1', true],
    ['http://localhost:3000/courses/1', false],
    ['http://127.0.0.1:3000/courses/1', false],
    ['http://[::1]:3000/courses/1', false],
    ['http://localhost.example.edu/courses/1', true],
    ['http://127.0.0.1.example.edu/courses/1', true],
  ])('knows whether others can read along: %s', (text, isOpen) => {
    expect(parseCourseAddress(text).isOpenToEavesdroppers).toBe(isOpen)
  })

  it.each([
    '',
    'canvas',
    'https://canvas.example.edu',
    'https://canvas.example.edu/courses',
    'https://canvas.example.edu/courses/',
    'https://canvas.example.edu/courses/new',
    'https://canvas.example.edu/courses/42abc',
    'https://canvas.example.edu/accounts/1/courses/42',
    'ftp://canvas.example.edu/courses/42',
    'javascript:alert(1)//courses/42',
    'file:///courses/42',
    'https://someone:secret@canvas.example.edu/courses/42',
    'https://[/courses/1',
  ])('is not guessed from “%s”', text => {
    expect(() => parseCourseAddress(text)).toThrow(expect.objectContaining({ kind: 'usage' }))
  })

  it('repeats no password in what it says', () => {
    expect(() => parseCourseAddress('https://someone:secret@canvas.example.edu/courses/42')).toThrow(/^(?!.*secret)/)
  })
})
