import { ScreenReaderContent } from '@instructure/ui-a11y-content'
import { IconTrashLine } from '@instructure/ui-icons'
import { Link } from '@instructure/ui-link'
import { SimpleSelect } from '@instructure/ui-simple-select'
import { SearchField } from '../lists/search-field.tsx'
import { libraryWords } from '../words/library-words.ts'
import { materialKinds } from './item-search.ts'
import { type Shelf, useItemSearch } from './use-item-search.ts'

/** Search, kind, trash: all of it stands in the address. */
export function ItemFilters({ shelf }: { readonly shelf: Shelf }) {
  const { wish, change } = useItemSearch(shelf)
  return (
    <div className="list-filters">
      <SearchField
        label={libraryWords.search[shelf]}
        asked={wish.search ?? ''}
        onSearch={text => change({ search: text || undefined }, true)}
      />
      {shelf === 'library' && (
        <div className="list-filter">
          <SimpleSelect
            renderLabel={<ScreenReaderContent>{libraryWords.kind}</ScreenReaderContent>}
            value={wish.kind ?? 'all'}
            onChange={(_, { value }) => change({ kind: materialKinds.find(kind => kind === value) })}
          >
            {(['all', ...materialKinds] as const).map(kind => (
              <SimpleSelect.Option key={kind} id={`kind-${kind}`} value={kind}>
                {kind === 'all' ? libraryWords.allKinds : libraryWords.kinds[kind]}
              </SimpleSelect.Option>
            ))}
          </SimpleSelect>
        </div>
      )}
      <div className="list-trash">
        <Link
          as="button"
          isWithinText={false}
          renderIcon={<IconTrashLine />}
          onClick={() => change({ trash: wish.trash ? undefined : true, search: undefined, kind: undefined })}
        >
          {wish.trash ? libraryWords.leaveTrash : libraryWords.trash}
        </Link>
      </div>
    </div>
  )
}
