import { Avatar } from '@instructure/ui-avatar'
import { IconButton } from '@instructure/ui-buttons'
import { IconXLine } from '@instructure/ui-icons'
import { Text } from '@instructure/ui-text'
import { useMe } from '../sign-in/use-me.ts'
import { peopleWords } from '../words/people-words.ts'

export interface Named {
  readonly personId: string
  readonly name: string
}

export function AuthorRow({ person, onRemove }: { readonly person: Named; readonly onRemove: () => void }) {
  const me = useMe()
  const isMe = person.personId === me.personId
  return (
    <li className="author-row">
      <Avatar name={person.name} size="x-small" alt="" />
      <span className="author-name">
        <span className="name">{isMe ? `${person.name} (${peopleWords.you})` : person.name}</span>
        {isMe && me.role !== 'administrator' && (
          <Text size="small" color="secondary">
            {peopleWords.ownAccess}
          </Text>
        )}
      </span>
      <IconButton
        size="small"
        withBackground={false}
        withBorder={false}
        screenReaderLabel={peopleWords.remove(person.name)}
        onClick={onRemove}
      >
        <IconXLine />
      </IconButton>
    </li>
  )
}
