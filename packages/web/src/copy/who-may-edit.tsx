import { Text } from '@instructure/ui-text'
import { usePeopleNames } from '../people/use-people.ts'
import { useMe } from '../sign-in/use-me.ts'
import { copyWords } from '../words/copy-words.ts'

const SHOWN = 6

interface WhoProps {
  readonly authors: readonly string[]
  readonly leftOut: readonly string[]
}

/** By name: who will be an author of the copy, and who is not carried over. */
export function WhoMayEdit({ authors, leftOut }: WhoProps) {
  const me = useMe()
  const nameOf = usePeopleNames()
  const names = authors.map(each => (each === me.personId ? copyWords.you(me.name) : nameOf(each)))
  const more = names.length - SHOWN
  return (
    <div className="copy-group">
      <h4>{copyWords.who}</h4>
      <p className="name">
        {names.slice(0, SHOWN).join(', ')}
        {more > 0 && ` ${copyWords.moreAuthors(more)}`}
      </p>
      {leftOut.length > 0 && (
        <Text as="p" color="secondary">
          <span className="name">{copyWords.leftOut(leftOut.map(nameOf).join(', '))}</span>
        </Text>
      )}
    </div>
  )
}
