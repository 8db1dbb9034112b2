import { IconLockLine, IconWarningLine } from '@instructure/ui-icons'
import { outlineWords } from '../words/outline-words.ts'
import type { CourseObject } from './outline-parts.ts'
import { SharedMark } from './shared-mark.tsx'

/** What is to be known of a Learning Object before it is touched. */
export function ObjectMarks({ object }: { readonly object: CourseObject }) {
  const { content, isProtected, pages, reach } = object
  return (
    <span className="outline-marks">
      {isProtected && (
        <span className="outline-mark outline-mark-protected" title={outlineWords.protectedMeaning}>
          <IconLockLine size="x-small" /> {outlineWords.protected}
        </span>
      )}
      <SharedMark name={content.name} others={reach} />
      {pages.length === 0 ? (
        <span className="outline-mark outline-mark-empty">
          <IconWarningLine size="x-small" /> {outlineWords.pages(0)}
        </span>
      ) : (
        <span className="outline-count">{outlineWords.pages(pages.length)}</span>
      )}
    </span>
  )
}
