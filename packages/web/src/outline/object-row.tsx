import { IconArrowOpenDownLine, IconArrowOpenEndLine } from '@instructure/ui-icons'
import { outlineWords } from '../words/outline-words.ts'
import { ObjectMarks } from './object-marks.tsx'
import type { CourseObject } from './outline-parts.ts'
import { OutlineRow } from './outline-row.tsx'
import { PageRow } from './page-row.tsx'
import { useObjectMenu } from './use-object-menu.tsx'
import { useOutline } from './use-outline.ts'

/** A Learning Object with its marks; its pages, when they are shown. */
export function ObjectRow({ object }: { readonly object: CourseObject }) {
  const { isOpen, toggle } = useOutline()
  const menu = useObjectMenu(object)
  const isShown = isOpen(object.id)
  const { name } = object.content
  return (
    <li className="outline-object">
      <OutlineRow kind="object" id={object.id} name={name} menu={menu}>
        <button
          type="button"
          className="outline-toggle"
          aria-expanded={isShown}
          aria-label={outlineWords.show(name)}
          onClick={() => toggle(object.id)}
        >
          {isShown ? <IconArrowOpenDownLine size="x-small" /> : <IconArrowOpenEndLine size="x-small" />}
        </button>
        <h3 className="outline-name name">{name}</h3>
        <ObjectMarks object={object} />
      </OutlineRow>
      {isShown && <ObjectPages object={object} />}
    </li>
  )
}

function ObjectPages({ object }: { readonly object: CourseObject }) {
  if (object.pages.length === 0) return <p className="outline-empty">{outlineWords.emptyObject}</p>
  return (
    <ol className="outline-pages" aria-label={outlineWords.pagesOf(object.content.name)}>
      {object.pages.map(page => (
        <PageRow key={page.id} object={object} page={page} />
      ))}
    </ol>
  )
}
