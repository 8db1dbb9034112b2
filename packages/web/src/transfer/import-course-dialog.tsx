import { Button } from '@instructure/ui-buttons'
import { Text } from '@instructure/ui-text'
import { useState } from 'react'
import { DIALOG_FORM, Dialog } from '../frame/dialog.tsx'
import { Refused } from '../states/refused.tsx'
import { frameWords } from '../words/frame-words.ts'
import { transferWords } from '../words/transfer-words.ts'
import { FileField } from './file-field.tsx'
import { ImportReportDialog } from './import-report-dialog.tsx'
import './import-course-dialog.css'
import { useImport } from './use-import.ts'

/** A file becomes a course, with an account of everything that was in it. */
export function ImportCourseDialog({ onClose }: { readonly onClose: () => void }) {
  const [file, setFile] = useState<File>()
  const [isTried, setTried] = useState(false)
  const { importing, share, stop } = useImport()
  const outcome = importing.data
  const isStopped = importing.error instanceof DOMException
  const isKnown = outcome?.ok === false && outcome.reason === 'already-there'
  const start = (isAgain: boolean) => {
    setTried(true)
    if (file && !importing.isPending) importing.mutate({ file, isAgain })
  }
  const close = () => {
    stop()
    onClose()
  }
  if (outcome?.ok) {
    const { value: report, changeId } = outcome
    return <ImportReportDialog report={report} changeId={changeId} onClose={onClose} />
  }
  return (
    <Dialog
      title={transferWords.title}
      size="small"
      onClose={close}
      onSubmit={() => start(false)}
      footer={
        <>
          <Button onClick={importing.isPending ? stop : close}>
            {importing.isPending ? transferWords.stop : frameWords.cancel}
          </Button>
          {isKnown ? (
            <Button color="primary" onClick={() => start(true)}>
              {transferWords.again}
            </Button>
          ) : (
            <Button type="submit" form={DIALOG_FORM} color="primary">
              {transferWords.start}
            </Button>
          )}
        </>
      }
    >
      <Text as="p">{transferWords.text}</Text>
      {isStopped ? <p role="status">{transferWords.stopped}</p> : <Refused outcome={outcome} error={importing.error} />}
      <FileField
        file={file}
        isMissing={isTried && !file}
        onChoose={next => {
          importing.reset()
          setFile(next)
        }}
      />
      {importing.isPending && <Progress share={share} />}
    </Dialog>
  )
}

/** First the file travels, then the server works; only the first can be measured. */
function Progress({ share }: { readonly share: number }) {
  const text = share < 1 ? transferWords.sending(Math.floor(share * 100)) : transferWords.reading
  return (
    <div className="stack-tight">
      <progress className="import-progress" aria-label={transferWords.title} {...(share < 1 && { value: share })} />
      <Text color="secondary">
        <span role="status">{text}</span>
      </Text>
    </div>
  )
}
