import { Button } from '@instructure/ui-buttons'
import { IconCoursesLine, IconSearchLine, IconTrashLine } from '@instructure/ui-icons'
import { useIsNarrow } from '../frame/use-is-narrow.ts'
import { ListPages } from '../lists/list-pages.tsx'
import { useMe } from '../sign-in/use-me.ts'
import { Empty } from '../states/empty.tsx'
import { Problem } from '../states/problem.tsx'
import { Skeleton } from '../states/skeleton.tsx'
import { courseWords } from '../words/course-words.ts'
import { type Beginning, BeginningButtons } from './beginning-buttons.tsx'
import { CourseCards } from './course-cards.tsx'
import { CourseTable } from './course-table.tsx'
import { type OpenDialog, useCourseDialog } from './use-course-dialog.tsx'
import { useCourseSearch } from './use-course-search.ts'
import { pageSize, useCourses } from './use-courses.ts'

interface ListProps {
  readonly onBegin: (beginning: Beginning) => void
}

/** The courses that were asked for, or why there are none and what to do. */
export function CourseList({ onBegin }: ListProps) {
  const { open, dialog } = useCourseDialog()
  return (
    <>
      <FoundCourses onBegin={onBegin} onOpen={open} />
      {dialog}
    </>
  )
}

function FoundCourses({ onBegin, onOpen }: ListProps & { readonly onOpen: OpenDialog }) {
  const { wish, change } = useCourseSearch()
  const isNarrow = useIsNarrow()
  const asked = useCourses(wish)
  if (asked.isPending) return <Skeleton lines={8} />
  if (asked.isError) return <Problem error={asked.error} onRetry={() => void asked.refetch()} />
  const { rows, total } = asked.data
  if (rows.length === 0) return <NoCourses onBegin={onBegin} />
  return (
    <div className={asked.isPlaceholderData ? 'course-list list-old' : 'course-list'}>
      {isNarrow ? <CourseCards rows={rows} onOpen={onOpen} /> : <CourseTable rows={rows} onOpen={onOpen} />}
      <ListPages
        page={wish.page ?? 1}
        pageSize={pageSize}
        total={total}
        range={courseWords.range}
        onPage={page => change({ page })}
      />
    </div>
  )
}

function NoCourses({ onBegin }: ListProps) {
  const { wish, change } = useCourseSearch()
  const me = useMe()
  if (wish.search !== undefined || wish.kind !== undefined || wish.mine || wish.page !== undefined) {
    const clear = () => change({ search: undefined, kind: undefined, mine: undefined })
    return (
      <Empty icon={<IconSearchLine size="large" />} title={courseWords.noneFound} text={courseWords.noneFoundText}>
        <Button onClick={clear}>{courseWords.clearFilters}</Button>
      </Empty>
    )
  }
  if (wish.trash) {
    return (
      <Empty icon={<IconTrashLine size="large" />} title={courseWords.trashEmpty} text={courseWords.trashEmptyText} />
    )
  }
  const text = me.role === 'reviewer' ? courseWords.noneReviewer : courseWords.noneText
  return (
    <Empty icon={<IconCoursesLine size="large" />} title={courseWords.none} text={text}>
      <BeginningButtons onBegin={onBegin} />
    </Empty>
  )
}
