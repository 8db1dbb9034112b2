import type { ComponentChildren, JSX } from 'preact'
import { useState } from 'preact/hooks'
import { Button } from './buttons.tsx'
import { useUi } from './ui.ts'

const AT_ONCE = 100

interface LongListProps<Row> {
  readonly rows: readonly Row[]
  readonly children: (row: Row) => ComponentChildren
}

/** The first hundred, then more on demand: a course may have a thousand modules. */
export function LongList<Row>({ rows, children }: LongListProps<Row>): JSX.Element {
  const { texts } = useUi()
  const [shown, setShown] = useState(AT_ONCE)
  const more = Math.min(rows.length - shown, AT_ONCE)
  return (
    <>
      <ul class="rows">{rows.slice(0, shown).map(children)}</ul>
      {more > 0 && <Button onClick={() => setShown(shown + AT_ONCE)}>{texts.modules.more(more)}</Button>}
    </>
  )
}
