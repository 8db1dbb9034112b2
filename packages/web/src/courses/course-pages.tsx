import { ScreenReaderContent } from '@instructure/ui-a11y-content'
import { Pagination } from '@instructure/ui-pagination'
import { Text } from '@instructure/ui-text'
import { courseWords } from '../words/course-words.ts'
import { useCourseSearch } from './use-course-search.ts'
import { pageSize } from './use-courses.ts'

/** Which part of the list this is, and the way to the others. */
export function CoursePages({ total }: { readonly total: number }) {
  const { wish, change } = useCourseSearch()
  const page = wish.page ?? 1
  const pages = Math.ceil(total / pageSize)
  const from = (page - 1) * pageSize + 1
  return (
    <div className="course-pages">
      <Text color="secondary">
        <span role="status">{courseWords.range(from, Math.min(from + pageSize - 1, total), total)}</span>
      </Text>
      {pages > 1 && (
        <Pagination
          as="nav"
          variant="compact"
          labelNext={courseWords.next}
          labelPrev={courseWords.previous}
          label={<ScreenReaderContent>{courseWords.pages}</ScreenReaderContent>}
          currentPage={page}
          totalPageNumber={pages}
          screenReaderLabelPageButton={to => courseWords.toPage(to, to === page)}
          onPageChange={next => change({ page: next > 1 ? next : undefined })}
        />
      )}
    </div>
  )
}
