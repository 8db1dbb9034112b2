import { Button } from '@instructure/ui-buttons'
import { IconPlusLine } from '@instructure/ui-icons'
import { Text } from '@instructure/ui-text'
import { outlineWords } from '../words/outline-words.ts'
import { useOutline } from './use-outline.ts'
import type { Shown } from './use-shown.ts'

/** What concerns the whole outline. */
export function OutlineTools({ shown }: { readonly shown: Shown }) {
  const { mayEdit, open } = useOutline()
  return (
    <div className="outline-tools row">
      {mayEdit && (
        <Button color="primary" renderIcon={<IconPlusLine />} onClick={() => open({ kind: 'add-module' })}>
          {outlineWords.addModule}
        </Button>
      )}
      <Button onClick={() => shown.setAll(!shown.usual)}>
        {shown.usual ? outlineWords.closeAll : outlineWords.openAll}
      </Button>
      {mayEdit && (
        <span className="outline-keys">
          <Text size="small" color="secondary">
            {outlineWords.keys}
          </Text>
        </span>
      )}
    </div>
  )
}
