import { courseWords } from '../words/course-words.ts'
import { CourseActions } from './course-actions.tsx'
import { CourseAuthors } from './course-authors.tsx'
import { CourseChanged } from './course-changed.tsx'
import { CourseKindMark } from './course-kind-mark.tsx'
import { CourseTitle, type RowsProps } from './course-table.tsx'

/** The list where a table would not fit. */
export function CourseCards({ rows, onOpen }: RowsProps) {
  return (
    <ul className="course-cards" aria-label={courseWords.list}>
      {rows.map(course => (
        <li key={course.courseId} className="course-card">
          <h2 className="course-title">
            <CourseTitle course={course} />
          </h2>
          <CourseKindMark course={course} />
          <span>{courseWords.objectsLong(course.objectsShared, course.objectsTotal)}</span>
          <CourseAuthors authors={course.authors} />
          <div className="course-card-foot">
            <CourseChanged at={course.changedAt} />
            <CourseActions course={course} onOpen={onOpen} />
          </div>
        </li>
      ))}
    </ul>
  )
}
