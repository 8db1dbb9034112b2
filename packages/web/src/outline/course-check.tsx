import { ToggleDetails } from '@instructure/ui-toggle-details'
import { useQuery } from '@tanstack/react-query'
import { api } from '../api/api.ts'
import { type Body, read } from '../api/read.ts'
import type { Course } from '../courses/use-course.ts'
import { outlineWords } from '../words/outline-words.ts'
import { listObjects } from './outline-parts.ts'

type Check = Body<Awaited<ReturnType<(typeof api.courses)[':courseId']['check']['$get']>>>

/** What does not work in this course as it stands: nothing is said where everything does. */
export function CourseCheck({ course }: { readonly course: Course }) {
  const courseId = course.id
  const asked = useQuery({
    queryKey: ['course', courseId, 'check'],
    queryFn: ({ signal }) => read(api.courses[':courseId'].check.$get({ param: { courseId } }, { init: { signal } })),
  })
  const empty = listObjects(course).filter(({ pages }) => pages.length === 0)
  const { links = [], gone = [] } = asked.data ?? {}
  if (links.length + gone.length + empty.length === 0) return null
  return (
    <section className="outline-panel outline-check" aria-label={outlineWords.check}>
      {links.length > 0 && <OutsideLinks links={links} />}
      {gone.length > 0 && <GoneItems gone={gone} />}
      {empty.length > 0 && (
        <ToggleDetails summary={outlineWords.checkEmpty(empty.length)}>
          <ul className="outline-plain">
            {empty.map(({ id, content }) => (
              <li key={id} className="name">
                {content.name}
              </li>
            ))}
          </ul>
        </ToggleDetails>
      )}
    </section>
  )
}

function OutsideLinks({ links }: { readonly links: Check['links'] }) {
  return (
    <ToggleDetails summary={outlineWords.checkLinks(links.length)}>
      <p>{outlineWords.checkLinksText}</p>
      <ul className="outline-plain">
        {links.map(({ pageId, pageTitle, linkKey, target }) => (
          <li key={`${pageId} ${linkKey}`} className="name">
            <PageName title={pageTitle} />{' '}
            {target === null ? outlineWords.linkUnknown : outlineWords.linkTo(target.title)}{' '}
            {target?.course && outlineWords.linkIn(target.course.title)}
          </li>
        ))}
      </ul>
    </ToggleDetails>
  )
}

function GoneItems({ gone }: { readonly gone: Check['gone'] }) {
  return (
    <ToggleDetails summary={outlineWords.checkGone(gone.length)}>
      <ul className="outline-plain">
        {gone.map(({ pageId, pageTitle, itemId, name }) => (
          <li key={`${pageId} ${itemId}`} className="name">
            <PageName title={pageTitle} /> {outlineWords.goneItem(name)}
          </li>
        ))}
      </ul>
    </ToggleDetails>
  )
}

function PageName({ title }: { readonly title: string }) {
  return (
    <>
      {outlineWords.linkOn} {`“${title.trim() === '' ? outlineWords.untitled : title}”`}
    </>
  )
}
