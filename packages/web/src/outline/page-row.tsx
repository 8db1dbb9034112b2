import { Menu } from '@instructure/ui-menu'
import { RouteLink } from '../frame/route-link.tsx'
import { outlineWords } from '../words/outline-words.ts'
import type { OutlineDialog } from './outline-dialog.ts'
import type { CourseObject, CoursePage } from './outline-parts.ts'
import { OutlineRow } from './outline-row.tsx'
import { toTitle } from './use-moves.ts'
import { useOutline } from './use-outline.ts'
import { useStepItems } from './use-step-items.tsx'

interface PageRowProps {
  readonly object: CourseObject
  readonly page: CoursePage
}

export function PageRow({ object, page }: PageRowProps) {
  const { course, open } = useOutline()
  const steps = useStepItems('page', page.id)
  const item = (kind: 'rename-page' | 'delete-page' | 'move-page' | 'copy-page', label: string) => (
    <Menu.Item key={kind} onSelect={() => open({ kind, object, page } satisfies OutlineDialog)}>
      {label}
    </Menu.Item>
  )
  const menu = () => [
    item('rename-page', outlineWords.rename),
    ...steps,
    item('move-page', outlineWords.moveTo),
    item('copy-page', outlineWords.copyPage),
    <Menu.Separator key="line" />,
    item('delete-page', outlineWords.deletePage),
  ]
  return (
    <li className="outline-page">
      <OutlineRow kind="page" id={page.id} name={toTitle(page)} menu={menu}>
        <span className="outline-name">
          <RouteLink to="/courses/$courseId/pages/$pageId" params={{ courseId: course.id, pageId: page.id }}>
            <span className="name">{toTitle(page)}</span>
          </RouteLink>
        </span>
      </OutlineRow>
    </li>
  )
}
