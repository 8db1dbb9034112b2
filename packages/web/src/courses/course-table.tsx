import { Table } from '@instructure/ui-table'
import { RouteLink } from '../frame/route-link.tsx'
import { courseWords } from '../words/course-words.ts'
import { CourseActions } from './course-actions.tsx'
import { CourseAuthors } from './course-authors.tsx'
import { CourseChanged } from './course-changed.tsx'
import { CourseKindMark } from './course-kind-mark.tsx'
import { sorts } from './course-search.ts'
import type { OpenDialog } from './use-course-dialog.tsx'
import { useCourseSearch } from './use-course-search.ts'
import type { CourseRow } from './use-courses.ts'

const columns = ['title', 'kind', 'objects', 'authors', 'changed', 'actions'] as const
const directions = { asc: 'ascending', desc: 'descending' } as const

export interface RowsProps {
  readonly rows: readonly CourseRow[]
  readonly onOpen: OpenDialog
}

/** The courses of one page of the list, each head that can sort being a button. */
export function CourseTable({ rows, onOpen }: RowsProps) {
  const { wish, change } = useCourseSearch()
  const { sort = 'title', order = 'asc' } = wish
  const heads = columns.map(column => {
    const sortable = sorts.find(each => each === column)
    const sorting = sortable && {
      sortDirection: sortable === sort ? directions[order] : ('none' as const),
      onRequestSort: () => change({ sort: sortable, order: sortable === sort && order === 'asc' ? 'desc' : 'asc' }),
    }
    return (
      <Table.ColHeader
        key={column}
        id={`column-${column}`}
        textAlign={column === 'actions' ? 'end' : 'start'}
        {...sorting}
      >
        {courseWords.columns[column]}
      </Table.ColHeader>
    )
  })
  return (
    <Table caption={courseWords.list} hover>
      <Table.Head>
        <Table.Row>{heads}</Table.Row>
      </Table.Head>
      <Table.Body>{rows.map(course => toRow(course, onOpen))}</Table.Body>
    </Table>
  )
}

/** A function, not a component: Instructure UI's table takes nothing but its own rows. */
function toRow(course: CourseRow, onOpen: OpenDialog) {
  return (
    <Table.Row key={course.courseId}>
      <Table.RowHeader>
        <span className="course-title">
          <CourseTitle course={course} />
        </span>
      </Table.RowHeader>
      <Table.Cell>
        <CourseKindMark course={course} />
      </Table.Cell>
      <Table.Cell>
        <span title={courseWords.objectsLong(course.objectsShared, course.objectsTotal)}>
          {courseWords.objects(course.objectsShared, course.objectsTotal)}
        </span>
      </Table.Cell>
      <Table.Cell>
        <CourseAuthors authors={course.authors} />
      </Table.Cell>
      <Table.Cell>
        <CourseChanged at={course.changedAt} />
      </Table.Cell>
      <Table.Cell textAlign="end">
        <CourseActions course={course} onOpen={onOpen} />
      </Table.Cell>
    </Table.Row>
  )
}

/** A course in the trash is not opened; it is restored. */
export function CourseTitle({ course }: { readonly course: CourseRow }) {
  if (course.isTrashed) return <span className="name">{course.title}</span>
  return (
    <RouteLink to="/courses/$courseId" params={{ courseId: course.courseId }}>
      <span className="name">{course.title}</span>
    </RouteLink>
  )
}
