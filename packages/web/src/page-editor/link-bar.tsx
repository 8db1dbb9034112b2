import { Link } from '@instructure/ui-link'
import { type Editor, useEditorState } from '@tiptap/react'
import { pageWords } from '../words/page-words.ts'
import { describeLink } from './describe-link.ts'
import { removeLink } from './link-acts.ts'
import { toReference } from './markup/references.ts'
import type { PageGuide } from './page-guide.ts'

interface LinkBarProps {
  readonly editor: Editor
  readonly guide: PageGuide
  readonly onChange: () => void
}

/** Where the link leads that the cursor is in. */
export function LinkBar({ editor, guide, onChange }: LinkBarProps) {
  const link = useEditorState({
    editor,
    selector: () => (editor.isActive('link') ? editor.getAttributes('link') : undefined),
  })
  if (link === undefined) return null
  const href = typeof link.href === 'string' ? link.href : null
  const { text, isActive } = describeLink(toReference(link.reference), href, guide)
  return (
    <div className={isActive ? 'page-leads' : 'page-leads page-leads-inactive'}>
      <span className="name" role="status">
        {text}
      </span>
      <Link as="button" isWithinText={false} onClick={onChange}>
        {pageWords.changeLink}
      </Link>
      <Link as="button" isWithinText={false} onClick={() => removeLink(editor)}>
        {pageWords.removeLink}
      </Link>
    </div>
  )
}
