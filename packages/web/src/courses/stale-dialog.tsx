import { Button } from '@instructure/ui-buttons'
import { Heading } from '@instructure/ui-heading'
import { Text } from '@instructure/ui-text'
import { Dialog } from '../frame/dialog.tsx'
import { courseWords } from '../words/course-words.ts'
import { toConflicts } from './to-conflicts.ts'

interface StaleProps {
  /** As the refusal brings them. */
  readonly details: unknown
  readonly onKeep: () => void
  readonly onSave: () => void
  readonly onClose: () => void
}

/** Both sides of every field that somebody else has changed meanwhile; nothing is saved until one is chosen. */
export function StaleDialog({ details, onKeep, onSave, onClose }: StaleProps) {
  return (
    <Dialog
      title={courseWords.staleTitle}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onKeep}>{courseWords.staleKeep}</Button>
          <Button color="primary" onClick={onSave}>
            {courseWords.staleSave}
          </Button>
        </>
      }
    >
      <Text as="p">{courseWords.staleText}</Text>
      {toConflicts(details).map(({ field, theirs, mine }) => (
        <section key={field} className="stack-tight">
          <Heading level="h3" variant="titleCardRegular">
            {field}
          </Heading>
          <Text as="p">
            <b>{courseWords.staleTheirs}</b> <span className="name">{theirs}</span>
          </Text>
          <Text as="p">
            <b>{courseWords.staleMine}</b> <span className="name">{mine}</span>
          </Text>
        </section>
      ))}
    </Dialog>
  )
}
