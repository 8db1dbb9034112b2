import { useEffect, useState, useSyncExternalStore } from 'react'
import { PageGuide } from './page-guide.ts'
import type { CoursePage } from './use-page.ts'

/** What the references of a page stand for; drawn anew whenever more is known. */
export function useGuide(courseId: string, page: CoursePage): PageGuide {
  const [guide] = useState(() => {
    const made = new PageGuide(courseId)
    made.learn(page.items, page.links)
    return made
  })
  useEffect(() => guide.learn(page.items, page.links), [guide, page.items, page.links])
  useSyncExternalStore(guide.subscribe, () => guide.version)
  return guide
}
