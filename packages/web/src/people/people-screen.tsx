import { ScreenReaderContent } from '@instructure/ui-a11y-content'
import { Button } from '@instructure/ui-buttons'
import { IconPlusLine, IconSearchLine, IconUserLine } from '@instructure/ui-icons'
import { TextInput } from '@instructure/ui-text-input'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Screen } from '../frame/screen.tsx'
import { useMe } from '../sign-in/use-me.ts'
import { Empty } from '../states/empty.tsx'
import { Problem } from '../states/problem.tsx'
import { Skeleton } from '../states/skeleton.tsx'
import { peopleWords } from '../words/people-words.ts'
import { findPeople } from './find-people.ts'
import { InviteDialog } from './invite-dialog.tsx'
import { PeopleList } from './people-list.tsx'
import './people-screen.css'
import { peopleQuery } from './use-people.ts'

/** Who has access to this library, and what they may do in it. */
export function PeopleScreen() {
  const me = useMe()
  const [isInviting, setInviting] = useState(false)
  if (me.role !== 'administrator') {
    return (
      <Screen title={peopleWords.title}>
        <Empty icon={<IconUserLine size="large" />} title={peopleWords.title} text={peopleWords.onlyAdministrators} />
      </Screen>
    )
  }
  const invite = (
    <Button color="primary" renderIcon={<IconPlusLine />} onClick={() => setInviting(true)}>
      {peopleWords.invite}
    </Button>
  )
  return (
    <Screen title={peopleWords.title} actions={invite}>
      <FoundPeople />
      {isInviting && <InviteDialog onClose={() => setInviting(false)} />}
    </Screen>
  )
}

function FoundPeople() {
  const [text, setText] = useState('')
  const asked = useQuery(peopleQuery)
  if (asked.isPending) return <Skeleton lines={8} />
  if (asked.isError) return <Problem error={asked.error} onRetry={() => void asked.refetch()} />
  const found = findPeople(asked.data, text)
  return (
    <div className="stack">
      <div className="people-search">
        <TextInput
          type="search"
          renderLabel={<ScreenReaderContent>{peopleWords.search}</ScreenReaderContent>}
          placeholder={peopleWords.search}
          value={text}
          onChange={(_, value) => setText(value)}
          renderBeforeInput={<IconSearchLine inline={false} />}
        />
        <span role="status">{peopleWords.count(found.length)}</span>
      </div>
      {found.length === 0 ? (
        <Empty icon={<IconSearchLine size="large" />} title={peopleWords.none} text={peopleWords.noneText} />
      ) : (
        <PeopleList people={found} />
      )}
    </div>
  )
}
