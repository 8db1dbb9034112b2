import { SimpleSelect } from '@instructure/ui-simple-select'
import { api } from '../api/api.ts'
import { act } from '../api/read.ts'
import type { Course } from '../courses/use-course.ts'
import { countCourses } from '../outline/outline-parts.ts'
import { useOutlineAct } from '../outline/use-outline-act.ts'
import { useReach } from '../outline/use-reach.ts'
import { pageWords } from '../words/page-words.ts'
import type { CoursePage } from './use-page.ts'

interface StyleFieldProps {
  readonly course: Course
  readonly page: CoursePage
  /** Goes on with the change, once it is agreed to where the page is shared. */
  readonly onAsk: (change: () => void) => void
}

const NONE = ''

/** Which Course Style the page names; each course that shows the page draws it in its own (library §1.3 *T12*). */
export function StyleField({ course, page, onAsk }: StyleFieldProps) {
  const { pageId, styleKey } = page
  const reach = useReach('page', pageId, course.id)
  const styling = useOutlineAct(course.id, {
    ask: (key: string | null) =>
      act(
        api.courses[':courseId'].pages.styles.$post({
          param: { courseId: course.id },
          json: { pages: [{ pageId, styleKey: key }] },
        }),
      ),
    said: (_, key) => (key === null ? pageWords.styleGone : pageWords.styled(nameOf(course, key))),
  })
  const isUnknown = styleKey !== null && course.styles.every(({ key }) => key !== styleKey)
  const options = [
    { key: NONE, name: pageWords.styleNone },
    ...course.styles,
    ...(isUnknown ? [{ key: styleKey, name: pageWords.styleUnknown(styleKey) }] : []),
  ]
  const hint = reach.data && pageWords.seenIn(countCourses(reach.data) + 1)
  return (
    <SimpleSelect
      renderLabel={pageWords.style}
      value={styling.isPending ? (styling.variables ?? NONE) : (styleKey ?? NONE)}
      onChange={(_, { value }) => onAsk(() => styling.mutate(value === NONE ? null : String(value)))}
      messages={hint === undefined ? [] : [{ type: 'hint', text: hint }]}
    >
      {options.map(({ key, name }) => (
        <SimpleSelect.Option key={key} id={`style-${key}`} value={key}>
          {name}
        </SimpleSelect.Option>
      ))}
    </SimpleSelect>
  )
}

function nameOf({ styles }: Course, key: string): string {
  return styles.find(style => style.key === key)?.name ?? key
}
