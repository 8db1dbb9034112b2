import { Text } from '@instructure/ui-text'
import { Problem } from '../states/problem.tsx'
import { Skeleton } from '../states/skeleton.tsx'
import { outlineWords } from '../words/outline-words.ts'
import { reachWords } from '../words/reach-words.ts'
import type { FoundObject, useFoundObjects } from './use-found-objects.ts'
import { useOutline } from './use-outline.ts'

interface FoundProps {
  readonly found: ReturnType<typeof useFoundObjects>
  readonly chosenId: string | undefined
  readonly onChoose: (object: FoundObject) => void
}

/** What was found, to choose one of. */
export function FoundObjects({ found, chosenId, onChoose }: FoundProps) {
  if (found.isError) return <Problem error={found.error} onRetry={() => void found.refetch()} />
  if (found.data === undefined) return <Skeleton lines={4} />
  const { rows, total } = found.data
  if (rows.length === 0) return <Text as="p">{outlineWords.insertNone}</Text>
  return (
    <div className="stack-tight">
      <ul className="outline-find" aria-label={outlineWords.insertList}>
        {rows.map(object => (
          <li key={object.objectId}>
            <label>
              <input
                type="radio"
                name="insert-object"
                checked={object.objectId === chosenId}
                onChange={() => onChoose(object)}
              />
              <FoundLabel object={object} />
            </label>
          </li>
        ))}
      </ul>
      {total > rows.length && (
        <Text size="small" color="secondary">
          {outlineWords.insertMore(rows.length, total)}
        </Text>
      )}
    </div>
  )
}

function FoundLabel({ object }: { readonly object: FoundObject }) {
  const { course } = useOutline()
  const titles = object.courses.map(({ courseId, title }) =>
    courseId === course.id ? outlineWords.here : `“${title}”`,
  )
  const places = object.hidden > 0 ? [...titles, reachWords.hidden(object.hidden)] : titles
  return (
    <span className="name">
      <b>{object.name}</b>
      <br />
      <Text size="small" color="secondary">
        {outlineWords.pages(object.pages)} · {outlineWords.insertIn(new Intl.ListFormat('en').format(places))}
        {object.isProtected && ` · ${outlineWords.protected}`}
      </Text>
    </span>
  )
}
