import { describe, expect, it } from 'vitest'
import { groupNotices, type NoticeLine } from './group-notices.ts'

const eu = { courseId: 'eu', title: 'Safety EU' }
const us = { courseId: 'us', title: 'Safety US' }

function notice(noticeId: string, operation: string, courses: NoticeLine['courses'], personId = 'bo'): NoticeLine {
  return { noticeId, operation, personId, personName: personId.toUpperCase(), at: `2026-11-${noticeId}`, courses }
}

describe('groupNotices', () => {
  it('says nothing when there is nothing', () => {
    expect(groupNotices([])).toEqual([])
  })

  it('counts what one person did of one kind, and keeps the newest time', () => {
    const notices = [notice('28', 'edit page', [eu]), notice('27', 'edit page', [eu]), notice('26', 'add page', [eu])]
    expect(groupNotices(notices)).toEqual([
      {
        ...eu,
        entries: [
          { personId: 'bo', personName: 'BO', operation: 'edit page', count: 2, lastAt: '2026-11-28' },
          { personId: 'bo', personName: 'BO', operation: 'add page', count: 1, lastAt: '2026-11-26' },
        ],
      },
    ])
  })

  it('says a change under each course that it reached, and people apart', () => {
    const groups = groupNotices([notice('28', 'edit page', [eu, us]), notice('27', 'edit page', [us], 'cy')])
    expect(groups.map(({ title, entries }) => [title, entries.map(({ personId }) => personId)])).toEqual([
      ['Safety EU', ['bo']],
      ['Safety US', ['bo', 'cy']],
    ])
  })
})
