import { Button } from '@instructure/ui-buttons'
import { IconModuleLine } from '@instructure/ui-icons'
import { Text } from '@instructure/ui-text'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../api/api.ts'
import { type Body, read } from '../api/read.ts'
import { Screen } from '../frame/screen.tsx'
import { Empty } from '../states/empty.tsx'
import { Problem } from '../states/problem.tsx'
import { Skeleton } from '../states/skeleton.tsx'
import { libraryWords } from '../words/library-words.ts'
import './library.css'
import { LibraryTabs } from './library-tabs.tsx'
import { PutBackDialog } from './put-back-dialog.tsx'

type UnplacedList = Body<Awaited<ReturnType<typeof api.objects.unplaced.$get>>>
export type Unplaced = UnplacedList['rows'][number]

/** Learning Objects that no course holds any more (library §1.3 *T44*). */
export function UnplacedScreen() {
  const asked = useQuery({
    queryKey: ['unplaced'],
    queryFn: ({ signal }) => read(api.objects.unplaced.$get({}, { init: { signal } })),
  })
  return (
    <Screen title={libraryWords.unplaced}>
      <LibraryTabs />
      {asked.isPending && <Skeleton lines={6} />}
      {asked.isError && <Problem error={asked.error} onRetry={() => void asked.refetch()} />}
      {asked.data && <UnplacedObjects rows={asked.data.rows} />}
    </Screen>
  )
}

function UnplacedObjects({ rows }: UnplacedList) {
  const [chosen, setChosen] = useState<Unplaced>()
  if (rows.length === 0) {
    const { unplacedNone, unplacedNoneText } = libraryWords
    return <Empty icon={<IconModuleLine size="large" />} title={unplacedNone} text={unplacedNoneText} />
  }
  return (
    <div className="stack">
      <Text color="secondary">{libraryWords.unplacedLead}</Text>
      <ul className="items" aria-label={libraryWords.unplaced}>
        {rows.map(object => (
          <li key={object.objectId} className="item">
            <span className="name item-name item-what">{object.name}</span>
            <Button size="small" aria-label={libraryWords.putBackOf(object.name)} onClick={() => setChosen(object)}>
              {libraryWords.putBack}
            </Button>
          </li>
        ))}
      </ul>
      {chosen && <PutBackDialog object={chosen} onClose={() => setChosen(undefined)} />}
    </div>
  )
}
