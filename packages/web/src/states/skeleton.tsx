import { ScreenReaderContent } from '@instructure/ui-a11y-content'
import { frameWords } from '../words/frame-words.ts'

const widths = ['62%', '48%', '71%', '55%', '66%', '43%', '58%', '69%']

/** Grey lines where text is about to be; it takes the room that the text will. */
export function Skeleton({ lines = 6, height = '2.25rem' }: { readonly lines?: number; readonly height?: string }) {
  return (
    <div className="stack" aria-busy="true">
      <ScreenReaderContent role="status">{frameWords.loading}</ScreenReaderContent>
      {Array.from({ length: lines }, (_, line) => (
        <span
          // biome-ignore lint/suspicious/noArrayIndexKey: the lines are all alike and never move.
          key={line}
          className="skeleton"
          style={{ width: widths[line % widths.length], height }}
        />
      ))}
    </div>
  )
}
