import { Button } from '@instructure/ui-buttons'
import { IconAddLine, IconDocumentLine } from '@instructure/ui-icons'
import { Empty } from '../states/empty.tsx'
import { pageWords } from '../words/page-words.ts'

/** A page with nothing but its title. */
export function EmptyPage({ mayEdit, onAdd }: { readonly mayEdit: boolean; readonly onAdd: () => void }) {
  return (
    <Empty
      icon={<IconDocumentLine size="large" />}
      title={pageWords.empty}
      text={mayEdit ? pageWords.emptyText : pageWords.emptyReader}
    >
      {mayEdit && (
        <Button color="primary" renderIcon={<IconAddLine />} onClick={onAdd}>
          {pageWords.addFirst}
        </Button>
      )}
    </Empty>
  )
}
