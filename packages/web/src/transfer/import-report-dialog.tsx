import { Button } from '@instructure/ui-buttons'
import { Heading } from '@instructure/ui-heading'
import { Text } from '@instructure/ui-text'
import { useNavigate } from '@tanstack/react-router'
import { Dialog } from '../frame/dialog.tsx'
import { useToast } from '../toasts/use-toast.ts'
import { frameWords } from '../words/frame-words.ts'
import { transferWords } from '../words/transfer-words.ts'
import { toImportSummary } from './to-import-summary.ts'
import type { ImportReport } from './use-import.ts'

interface ReportProps {
  readonly report: ImportReport
  readonly changeId: string
  readonly onClose: () => void
}

/** Accounts for everything that was in the file; Undo is offered when it has been read. */
export function ImportReportDialog({ report, changeId, onClose }: ReportProps) {
  const navigate = useNavigate()
  const toast = useToast()
  const { made, left, noted, reused } = toImportSummary(report)
  const close = () => {
    onClose()
    toast({ text: transferWords.said(report.title), tone: 'done', changeId })
  }
  const open = () => {
    close()
    void navigate({ to: '/courses/$courseId', params: { courseId: report.courseId } })
  }
  return (
    <Dialog
      title={transferWords.done(report.title)}
      onClose={close}
      footer={
        <>
          <Button onClick={close}>{frameWords.close}</Button>
          <Button color="primary" onClick={open}>
            {transferWords.open}
          </Button>
        </>
      }
    >
      <Lines title={transferWords.made} lines={made} />
      {reused > 0 && <Text as="p">{transferWords.reused(reused)}</Text>}
      {left.length > 0 ? (
        <Lines title={transferWords.left(left.length)} lines={left} />
      ) : (
        <Text as="p">{transferWords.leftNone}</Text>
      )}
      {noted.length > 0 && <Lines title={transferWords.noted(noted.length)} lines={noted} />}
    </Dialog>
  )
}

function Lines({ title, lines }: { readonly title: string; readonly lines: readonly string[] }) {
  return (
    <section className="stack-tight">
      <Heading level="h3" variant="titleCardRegular">
        {title}
      </Heading>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard has to get into it. */}
      <ul className="import-lines" tabIndex={0} aria-label={title}>
        {lines.map((line, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines may be equal, and the list never changes.
          <li key={place} className="name">
            {line}
          </li>
        ))}
      </ul>
    </section>
  )
}
