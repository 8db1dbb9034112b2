import { Button } from '@instructure/ui-buttons'
import { Text } from '@instructure/ui-text'
import { useQuery } from '@tanstack/react-query'
import { Fragment, useState } from 'react'
import { Dialog } from '../frame/dialog.tsx'
import { RouteLink } from '../frame/route-link.tsx'
import { Problem } from '../states/problem.tsx'
import { Skeleton } from '../states/skeleton.tsx'
import { frameWords } from '../words/frame-words.ts'
import { libraryWords } from '../words/library-words.ts'
import { reachWords } from '../words/reach-words.ts'
import type { Item } from './use-items.ts'
import { type ItemUses, usesQuery } from './use-uses.ts'

/** Every page that uses an item: named where one may open it, else counted. */
export function UsesDialog({ item, onClose }: { readonly item: Item; readonly onClose: () => void }) {
  const asked = useQuery(usesQuery(item))
  return (
    <Dialog
      title={libraryWords.usesTitle(item.name)}
      onClose={onClose}
      footer={<Button onClick={onClose}>{frameWords.close}</Button>}
    >
      {asked.isPending && <Skeleton lines={4} height="1.5rem" />}
      {asked.isError && <Problem error={asked.error} onRetry={() => void asked.refetch()} />}
      {asked.data && <UsesList uses={asked.data} onGo={onClose} />}
    </Dialog>
  )
}

const MOST = 100

/** A page stands in every course that shares its Learning Object: one of them alone would hide the others. */
function UsingPage({ page, onGo }: { readonly page: ItemUses['pages'][number]; readonly onGo: () => void }) {
  const { title, objectName, courses, hiddenCourses } = page
  return (
    <li>
      <span className="name">
        <b>{title}</b> {libraryWords.inObject} {objectName}
      </span>
      {courses.map(({ courseId, title: name }) => (
        <Fragment key={courseId}>
          {' · '}
          <RouteLink to="/courses/$courseId" params={{ courseId }} onClick={onGo}>
            <span className="name">{name}</span>
          </RouteLink>
        </Fragment>
      ))}
      {hiddenCourses > 0 && ` · ${reachWords.hidden(hiddenCourses)}`}
    </li>
  )
}

function UsesList({ uses, onGo }: { readonly uses: ItemUses; readonly onGo: () => void }) {
  const { pages, hidden } = uses
  const [isAll, setAll] = useState(pages.length <= MOST)
  if (pages.length + hidden === 0) return <Text as="p">{libraryWords.usesNone}</Text>
  return (
    <div>
      <ul className="plain-list">
        {(isAll ? pages : pages.slice(0, MOST)).map(page => (
          <UsingPage key={page.pageId} page={page} onGo={onGo} />
        ))}
        {hidden > 0 && <li>{libraryWords.usesHidden(hidden)}</li>}
      </ul>
      {!isAll && <Button onClick={() => setAll(true)}>{libraryWords.usesAll(pages.length)}</Button>}
    </div>
  )
}
