import { ScreenReaderContent } from '@instructure/ui-a11y-content'
import { Pagination } from '@instructure/ui-pagination'
import { Text } from '@instructure/ui-text'
import { listWords } from '../words/list-words.ts'
import './lists.css'

interface ListPagesProps {
  /** The first is 1. */
  readonly page: number
  readonly pageSize: number
  readonly total: number
  /** “11–20 of 34 courses”. */
  readonly range: (from: number, to: number, total: number) => string
  /** `undefined`: the first, which needs no mention in an address. */
  readonly onPage: (page: number | undefined) => void
}

/** Which part of a list this is, and the way to the others. */
export function ListPages({ page, pageSize, total, range, onPage }: ListPagesProps) {
  const pages = Math.ceil(total / pageSize)
  const from = (page - 1) * pageSize + 1
  return (
    <div className="list-pages">
      <Text color="secondary">
        <span role="status">{range(from, Math.min(from + pageSize - 1, total), total)}</span>
      </Text>
      {pages > 1 && (
        <Pagination
          as="nav"
          variant="compact"
          labelNext={listWords.next}
          labelPrev={listWords.previous}
          label={<ScreenReaderContent>{listWords.pages}</ScreenReaderContent>}
          currentPage={page}
          totalPageNumber={pages}
          screenReaderLabelPageButton={to => listWords.toPage(to, to === page)}
          onPageChange={next => onPage(next > 1 ? next : undefined)}
        />
      )}
    </div>
  )
}
