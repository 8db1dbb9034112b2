export interface NoticeLine {
  readonly noticeId: string
  readonly operation: string
  readonly personId: string
  readonly personName: string
  readonly at: string
  readonly courses: readonly { readonly courseId: string; readonly title: string }[]
}

/** What one person did of one kind in one course. */
export interface NoticeEntry {
  readonly personId: string
  readonly personName: string
  readonly operation: string
  readonly count: number
  readonly lastAt: string
}

export interface NoticeGroup {
  readonly courseId: string
  readonly title: string
  readonly entries: readonly NoticeEntry[]
}

/** One digest: per course, per person, per kind of change; the newest first, as they come. */
export function groupNotices(notices: readonly NoticeLine[]): readonly NoticeGroup[] {
  const groups = new Map<string, { title: string; entries: Map<string, NoticeEntry> }>()
  for (const { personId, personName, operation, at, courses } of notices) {
    for (const { courseId, title } of courses) {
      const group = groups.get(courseId) ?? { title, entries: new Map<string, NoticeEntry>() }
      const key = `${personId} ${operation}`
      const before = group.entries.get(key)
      group.entries.set(key, {
        personId,
        personName,
        operation,
        count: (before?.count ?? 0) + 1,
        lastAt: before?.lastAt ?? at,
      })
      groups.set(courseId, group)
    }
  }
  return [...groups].map(([courseId, { title, entries }]) => ({ courseId, title, entries: [...entries.values()] }))
}
