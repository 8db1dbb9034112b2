import { TextArea } from '@instructure/ui-text-area'
import { TextInput } from '@instructure/ui-text-input'
import { libraryWords } from '../words/library-words.ts'
import type { DraftFaults, ItemDraft } from './item-draft.ts'

interface ItemFieldsProps {
  readonly draft: ItemDraft
  readonly faults: DraftFaults
  readonly onChange: (draft: ItemDraft) => void
}

/** Name, and address or definition. */
export function ItemFields({ draft, faults, onChange }: ItemFieldsProps) {
  return (
    <>
      <TextInput
        renderLabel={draft.kind === 'term' ? libraryWords.term : libraryWords.name}
        isRequired
        value={draft.name}
        onChange={(_, name) => onChange({ ...draft, name })}
        messages={toMessages(faults.name)}
      />
      {draft.kind === 'term' ? (
        <TextArea
          label={libraryWords.definition}
          required
          height="8rem"
          value={draft.content}
          onChange={({ target }) => onChange({ ...draft, content: target.value })}
          messages={toMessages(faults.content, draft.isMarkup ? libraryWords.markup : undefined)}
        />
      ) : (
        <TextInput
          renderLabel={libraryWords.url}
          isRequired
          type="url"
          value={draft.content}
          onChange={(_, content) => onChange({ ...draft, content })}
          messages={toMessages(faults.content, libraryWords.urlHint)}
        />
      )}
    </>
  )
}

function toMessages(fault: string | undefined, hint?: string) {
  if (fault !== undefined) return [{ type: 'error' as const, text: fault }]
  return hint === undefined ? [] : [{ type: 'hint' as const, text: hint }]
}
