import { ScreenReaderContent } from '@instructure/ui-a11y-content'
import { IconButton } from '@instructure/ui-buttons'
import { IconArrowDownLine, IconArrowUpLine } from '@instructure/ui-icons'
import { SimpleSelect } from '@instructure/ui-simple-select'
import { courseWords } from '../words/course-words.ts'
import { sorts } from './course-search.ts'
import { useCourseSearch } from './use-course-search.ts'

/** Sorting where there is no table with heads to press. */
export function CourseSortField() {
  const { wish, change } = useCourseSearch()
  const { sort = 'title', order = 'asc' } = wish
  return (
    <div className="course-sort">
      <SimpleSelect
        renderLabel={<ScreenReaderContent>{courseWords.sortBy}</ScreenReaderContent>}
        value={sort}
        onChange={(_, { value }) => change({ sort: sorts.find(each => each === value) })}
      >
        {sorts.map(each => (
          <SimpleSelect.Option key={each} id={`sort-${each}`} value={each}>
            {`${courseWords.sortBy} ${courseWords.sorts[each]}`}
          </SimpleSelect.Option>
        ))}
      </SimpleSelect>
      <IconButton
        screenReaderLabel={courseWords.reverse(order === 'asc' ? courseWords.ascending : courseWords.descending)}
        onClick={() => change({ order: order === 'asc' ? 'desc' : 'asc' })}
      >
        {order === 'asc' ? <IconArrowUpLine /> : <IconArrowDownLine />}
      </IconButton>
    </div>
  )
}
