import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { md5 } from './md5.ts'

describe('md5', () => {
  it('agrees with Node for every length of one block', () => {
    for (let length = 0; length < 56; length++) {
      const text = 'context_module_10000000000042:quizzes:quiz_assignment_7~9'.slice(0, length)
      expect(md5(text)).toBe(createHash('md5').update(text).digest('hex'))
    }
  })

  it('agrees with Node for 1,000 names of rows', () => {
    for (let id = 0; id < 1000; id++) {
      const text = `discussion_topic_${BigInt(id) ** 5n}`
      expect(md5(text)).toBe(createHash('md5').update(text).digest('hex'))
    }
  })
})
