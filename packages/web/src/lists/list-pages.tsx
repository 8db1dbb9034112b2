import { ScreenReaderContent } from '@instructure/ui-a11y-content'
import { Pagination } from '@instructure/ui-pagination'
import { Text } from '@instructure/ui-text'
import { libraryWords } from '../words/library-words.ts'
import { type Shelf, useItemSearch } from './use-item-search.ts'
import { pageSize } from './use-items.ts'

/** Which part of the shelf this is, and the way to the others. */
export function ItemPages({ shelf, total }: { readonly shelf: Shelf; readonly total: number }) {
  const { wish, change } = useItemSearch(shelf)
  const page = wish.page ?? 1
  const pages = Math.ceil(total / pageSize)
  const from = (page - 1) * pageSize + 1
  return (
    <div className="course-pages">
      <Text color="secondary">
        <span role="status">{libraryWords.range(from, Math.min(from + pageSize - 1, total), total)}</span>
      </Text>
      {pages > 1 && (
        <Pagination
          as="nav"
          variant="compact"
          labelNext={libraryWords.next}
          labelPrev={libraryWords.previous}
          label={<ScreenReaderContent>{libraryWords.pages}</ScreenReaderContent>}
          currentPage={page}
          totalPageNumber={pages}
          screenReaderLabelPageButton={to => libraryWords.toPage(to, to === page)}
          onPageChange={next => change({ page: next > 1 ? next : undefined })}
        />
      )}
    </div>
  )
}
