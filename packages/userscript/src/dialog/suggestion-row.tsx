import type { ImportedUnmatchedRow, ReadyPlan } from '@recourse/core'
import type { JSX } from 'preact'
import { Button } from './buttons.tsx'
import { useUi } from './ui.ts'

interface SuggestionProps {
  readonly row: ImportedUnmatchedRow
  readonly suggestion: NonNullable<ImportedUnmatchedRow['suggestion']>
  readonly plan: ReadyPlan
}

/** "Probably the same": it takes a person's yes. */
export function SuggestionRow({ row, suggestion, plan }: SuggestionProps): JSX.Element {
  const { texts, session } = useUi()
  const { modules } = texts
  const say = (moduleId: typeof suggestion.moduleId | null): void =>
    session.choose({ pairs: { ...plan.choices.pairs, [row.key]: moduleId } })
  return (
    <span class="suggestion">
      <span>{modules.suggestion(suggestion.name)}</span>
      <span class="row-acts">
        <Button onClick={() => say(suggestion.moduleId)} label={modules.acceptFor(row.oldName, suggestion.name)}>
          {modules.yes}
        </Button>
        <Button kind="link" onClick={() => say(null)} label={modules.rejectFor(row.oldName, suggestion.name)}>
          {modules.no}
        </Button>
      </span>
    </span>
  )
}
