import { ScreenReaderContent } from '@instructure/ui-a11y-content'
import { Checkbox } from '@instructure/ui-checkbox'
import { IconTrashLine } from '@instructure/ui-icons'
import { Link } from '@instructure/ui-link'
import { SimpleSelect } from '@instructure/ui-simple-select'
import { SearchField } from '../lists/search-field.tsx'
import { useMe } from '../sign-in/use-me.ts'
import { courseWords } from '../words/course-words.ts'
import { kinds } from './course-search.ts'
import { CourseSortField } from './course-sort-field.tsx'
import { useCourseSearch } from './use-course-search.ts'

/** Search, kind, mine, trash: all of it stands in the address. */
export function CourseFilters() {
  const { wish, change } = useCourseSearch()
  const me = useMe()
  return (
    <div className="list-filters">
      <SearchField
        label={courseWords.search}
        asked={wish.search ?? ''}
        onSearch={text => change({ search: text || undefined }, true)}
      />
      <div className="list-filter">
        <SimpleSelect
          renderLabel={<ScreenReaderContent>{courseWords.kind}</ScreenReaderContent>}
          value={wish.kind ?? 'all'}
          onChange={(_, { value }) => change({ kind: kinds.find(kind => kind === value) })}
        >
          <SimpleSelect.Option id="kind-all" value="all">
            {courseWords.allKinds}
          </SimpleSelect.Option>
          {kinds.map(kind => (
            <SimpleSelect.Option key={kind} id={`kind-${kind}`} value={kind}>
              {courseWords.kinds[kind]}
            </SimpleSelect.Option>
          ))}
        </SimpleSelect>
      </div>
      <CourseSortField />
      {me.role === 'administrator' && (
        <div className="course-mine">
          <Checkbox
            label={courseWords.mine}
            checked={wish.mine === true}
            onChange={() => change({ mine: wish.mine ? undefined : true })}
          />
        </div>
      )}
      <div className="list-trash">
        <Link
          as="button"
          isWithinText={false}
          renderIcon={<IconTrashLine />}
          onClick={() => change({ trash: wish.trash ? undefined : true, search: undefined, kind: undefined })}
        >
          {wish.trash ? courseWords.leaveTrash : courseWords.trash}
        </Link>
      </div>
    </div>
  )
}
