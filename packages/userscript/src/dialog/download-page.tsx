import type { JSX } from 'preact'
import { Button } from './buttons.tsx'
import { ErrorNotice } from './error-notice.tsx'
import { saveText } from './save-text.ts'
import { useTask, useUi } from './ui.ts'

/** The page as Canvas holds it, for somebody to repair. */
export function DownloadPage({ slug }: { readonly slug: string }): JSX.Element {
  const { texts, session } = useUi()
  const [task, run] = useTask<void>()
  const download = async (): Promise<void> => saveText(`${slug}.html`, await session.readPage(slug), 'text/html')
  return (
    <>
      <Button isDisabled={task.kind === 'running'} onClick={() => run(download)}>
        {texts.broken.download}
      </Button>
      {task.kind === 'failed' && <ErrorNotice error={task.error} />}
    </>
  )
}
