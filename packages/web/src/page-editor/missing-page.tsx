import { IconDocumentLine } from '@instructure/ui-icons'
import { RouteLink } from '../frame/route-link.tsx'
import { Empty } from '../states/empty.tsx'
import { pageWords } from '../words/page-words.ts'

/** The course does not show this page, or no longer. */
export function MissingPage({ courseId }: { readonly courseId: string }) {
  return (
    <Empty icon={<IconDocumentLine size="large" />} title={pageWords.missing} text={pageWords.missingText}>
      <RouteLink to="/courses/$courseId" params={{ courseId }}>
        {pageWords.toCourse}
      </RouteLink>
    </Empty>
  )
}
