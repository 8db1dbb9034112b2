import { SimpleSelect } from '@instructure/ui-simple-select'
import { useQuery } from '@tanstack/react-query'
import { api } from '../api/api.ts'
import { read } from '../api/read.ts'
import { copyWords } from '../words/copy-words.ts'

interface CoverFieldProps {
  /** A picture of the library; `null`: none. */
  readonly cover: string | null
  readonly onChange: (cover: string | null) => void
}

const MOST = '100'

/** The picture of a course, out of the library that all courses share. */
export function CoverField({ cover, onChange }: CoverFieldProps) {
  const media = useQuery({
    queryKey: ['items', 'media', 'covers'],
    queryFn: () => read(api.items.$get({ query: { kind: 'media', limit: MOST, offset: '0' } })),
  })
  const items = media.data?.rows ?? []
  const isKnown = cover === null || items.some(({ itemId }) => itemId === cover)
  return (
    <SimpleSelect
      renderLabel={copyWords.cover}
      value={cover ?? 'none'}
      onChange={(_, { value }) => onChange(typeof value === 'string' && value !== 'none' ? value : null)}
    >
      <SimpleSelect.Option id="cover-none" value="none">
        {copyWords.noCover}
      </SimpleSelect.Option>
      {!isKnown && cover !== null && (
        <SimpleSelect.Option id={`cover-${cover}`} value={cover}>
          {copyWords.coverKept}
        </SimpleSelect.Option>
      )}
      {items.map(({ itemId, name }) => (
        <SimpleSelect.Option key={itemId} id={`cover-${itemId}`} value={itemId}>
          {name}
        </SimpleSelect.Option>
      ))}
    </SimpleSelect>
  )
}
