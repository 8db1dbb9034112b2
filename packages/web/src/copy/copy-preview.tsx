import { Heading } from '@instructure/ui-heading'
import { Spinner } from '@instructure/ui-spinner'
import type { CopyMode } from '@recourse/core/library'
import { Problem } from '../states/problem.tsx'
import { Skeleton } from '../states/skeleton.tsx'
import { copyWords } from '../words/copy-words.ts'
import { CopyWarnings } from './copy-warnings.tsx'
import { PlanGroups } from './plan-groups.tsx'
import type { Preview } from './use-preview.ts'
import { WhoMayEdit } from './who-may-edit.tsx'

/** What the copy would do, from having done it and taken it back. */
export function CopyPreview({ preview, mode }: { readonly preview: Preview; readonly mode: CopyMode }) {
  const report = preview.data?.plan.mode === mode ? preview.data : undefined
  return (
    <section className="copy-preview" aria-label={copyWords.preview} aria-busy={preview.isFetching}>
      <div className="copy-preview-head">
        <Heading level="h3" variant="titleCardRegular">
          {copyWords.preview}
        </Heading>
        {preview.isFetching && report && <Spinner size="x-small" renderTitle={copyWords.previewBusy} />}
      </div>
      {preview.isError && <Problem error={preview.error} onRetry={() => void preview.refetch()} />}
      {!report && !preview.isError && <Skeleton lines={6} height="1.25rem" />}
      {report && (
        <>
          <CopyWarnings report={report} />
          <PlanGroups plan={report.plan} />
          <WhoMayEdit authors={report.authors} leftOut={report.authorsLeftOut} />
        </>
      )}
    </section>
  )
}
