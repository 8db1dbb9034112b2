import { Text } from '@instructure/ui-text'
import { pageWords } from '../words/page-words.ts'

/** Whether what is on the screen is what everybody sees. */
export function SaveStatus({ isDirty, isSaving }: { readonly isDirty: boolean; readonly isSaving: boolean }) {
  return (
    <Text size="small" color="secondary">
      <span role="status">{isSaving ? pageWords.saving : isDirty ? pageWords.unsaved : pageWords.allSaved}</span>
    </Text>
  )
}
