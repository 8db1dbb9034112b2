import { Avatar } from '@instructure/ui-avatar'
import { Pill } from '@instructure/ui-pill'
import { Text } from '@instructure/ui-text'
import { useMe } from '../sign-in/use-me.ts'
import { frameWords } from '../words/frame-words.ts'
import { peopleWords } from '../words/people-words.ts'
import { PersonActions } from './person-actions.tsx'
import type { Person } from './use-people.ts'

/** Everybody by name: one line each, on a phone one card each. */
export function PeopleList({ people }: { readonly people: readonly Person[] }) {
  return (
    <ul className="people" aria-label={peopleWords.list}>
      {people.map(person => (
        <PersonLine key={person.personId} person={person} />
      ))}
    </ul>
  )
}

function PersonLine({ person }: { readonly person: Person }) {
  const me = useMe()
  const isMe = person.personId === me.personId
  return (
    <li className="person">
      <Avatar name={person.name} size="small" alt="" />
      <div className="person-names">
        <span className="name person-name">{isMe ? `${person.name} (${peopleWords.you})` : person.name}</span>
        <Text size="small" color="secondary">
          <span className="name">{person.email}</span>
        </Text>
      </div>
      <span className="person-role">{frameWords.roles[person.role]}</span>
      <span className="person-status">
        {!person.isActive && <Pill>{peopleWords.inactive}</Pill>}
        {person.isActive && !person.hasSignedIn && <Pill color="info">{peopleWords.invited}</Pill>}
      </span>
      <PersonActions person={person} />
    </li>
  )
}
