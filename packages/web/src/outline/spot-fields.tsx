import { SimpleSelect } from '@instructure/ui-simple-select'
import { outlineWords } from '../words/outline-words.ts'
import type { Place } from './plan-place.ts'

/** A module or Learning Object that something can be put into. */
export interface Parent {
  readonly id: string
  readonly name: string
  readonly children: readonly { readonly id: string; readonly name: string }[]
}

interface SpotFieldsProps {
  readonly label: string
  readonly parents: readonly Parent[]
  /** What is moved: nothing is put behind itself. */
  readonly id: string
  readonly place: Place
  readonly onPlace: (place: Place) => void
}

const FIRST = 'first'

/** Into what, and behind which one. */
export function SpotFields({ label, parents, id, place, onPlace }: SpotFieldsProps) {
  const parent = parents.find(each => each.id === place.parentId)
  const siblings = parent?.children.filter(each => each.id !== id) ?? []
  const lastOf = (parentId: string) =>
    parents.find(each => each.id === parentId)?.children.findLast(each => each.id !== id)?.id ?? null
  return (
    <>
      <SimpleSelect
        renderLabel={label}
        value={place.parentId}
        onChange={(_, { value }) => typeof value === 'string' && onPlace({ parentId: value, after: lastOf(value) })}
      >
        {parents.map(each => (
          <SimpleSelect.Option key={each.id} id={each.id} value={each.id}>
            {each.name}
          </SimpleSelect.Option>
        ))}
      </SimpleSelect>
      <SimpleSelect
        renderLabel={outlineWords.where}
        value={place.after ?? FIRST}
        onChange={(_, { value }) =>
          typeof value === 'string' && onPlace({ ...place, after: value === FIRST ? null : value })
        }
      >
        {[
          { id: FIRST, name: outlineWords.first },
          ...siblings.map(each => ({ ...each, name: outlineWords.behind(each.name) })),
        ].map(option => (
          <SimpleSelect.Option key={option.id} id={option.id} value={option.id}>
            {option.name}
          </SimpleSelect.Option>
        ))}
      </SimpleSelect>
    </>
  )
}
