import { IconLockLine } from '@instructure/ui-icons'
import '../outline/outline.css'
import { type CourseObject, isShared } from '../outline/outline-parts.ts'
import { SharedMark } from '../outline/shared-mark.tsx'
import { outlineWords } from '../words/outline-words.ts'
import { pageWords } from '../words/page-words.ts'
import type { CoursePage } from './use-page.ts'

interface PageMarksProps {
  readonly page: CoursePage
  readonly object: CourseObject | undefined
}

/** What is to be known of the page before it is touched. */
export function PageMarks({ page, object }: PageMarksProps) {
  if (!page.isProtected && (object === undefined || !isShared(object))) return null
  return (
    <div className="row">
      {object && <SharedMark name={object.content.name} others={object.reach} />}
      {page.isProtected && (
        <span className="outline-mark outline-mark-protected">
          <IconLockLine size="x-small" /> {outlineWords.protected}
        </span>
      )}
      {page.isProtected && <span>{pageWords.protectedMeaning}</span>}
    </div>
  )
}
