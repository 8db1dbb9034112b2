import { Button } from '@instructure/ui-buttons'
import { Heading } from '@instructure/ui-heading'
import { Text } from '@instructure/ui-text'
import { useQuery } from '@tanstack/react-query'
import { Dialog } from '../frame/dialog.tsx'
import { usePeople } from '../people/use-people.ts'
import { Problem } from '../states/problem.tsx'
import { Refused } from '../states/refused.tsx'
import { Skeleton } from '../states/skeleton.tsx'
import { frameWords } from '../words/frame-words.ts'
import { peopleWords } from '../words/people-words.ts'
import { AuthorPicker } from './author-picker.tsx'
import { AuthorRow } from './author-row.tsx'
import type { ActionCourse } from './course-actions.tsx'
import { useAuthorActs } from './use-author-acts.ts'
import { courseQuery } from './use-course.ts'
import './authors-dialog.css'

interface AuthorsProps {
  readonly course: ActionCourse
  readonly onClose: () => void
}

/** Who may change a course; each change is kept at once. */
export function AuthorsDialog({ course, onClose }: AuthorsProps) {
  const people = usePeople()
  const asked = useQuery(courseQuery(course.courseId))
  const acts = useAuthorActs(course.courseId)
  const assigned = new Set(asked.data?.authors.map(({ personId }) => personId))
  const authors = asked.data?.authors ?? []
  const others = people.filter(({ personId, isActive }) => isActive && !assigned.has(personId))
  return (
    <Dialog
      title={peopleWords.authorsTitle(course.title)}
      size="small"
      onClose={onClose}
      footer={<Button onClick={onClose}>{frameWords.close}</Button>}
    >
      <Text as="p">{peopleWords.authorsText}</Text>
      <Refused outcome={acts.outcome} error={acts.error} />
      <AuthorPicker people={others} onPick={acts.assign} />
      <section className="stack-tight">
        <Heading level="h3" variant="titleCardRegular">
          {peopleWords.authorsNow}
        </Heading>
        {asked.isPending && <Skeleton lines={3} />}
        {asked.isError && <Problem error={asked.error} onRetry={() => void asked.refetch()} />}
        {asked.data && authors.length === 0 && <Text as="p">{peopleWords.authorsNone}</Text>}
        <ul className="author-list">
          {authors.map(person => (
            <AuthorRow key={person.personId} person={person} onRemove={() => acts.remove(person)} />
          ))}
        </ul>
      </section>
    </Dialog>
  )
}
