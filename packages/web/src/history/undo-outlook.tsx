import { List } from '@instructure/ui-list'
import { Text } from '@instructure/ui-text'
import { historyWords } from '../words/history-words.ts'
import { CourseNames } from './course-names.tsx'
import type { MovedOn, UndoPreview } from './preview-undo.ts'

/** What an undoing reaches, and what it leaves because it moved on. */
export function UndoOutlook({ preview }: { readonly preview: UndoPreview }) {
  if (preview.kind === 'nothing') {
    return (
      <>
        <Text as="p">{preview.message}</Text>
        <MovedOnList movedOn={preview.movedOn} />
      </>
    )
  }
  const { courses, hidden } = preview.reach
  return (
    <>
      {preview.kind === 'rest' && <MovedOnList movedOn={preview.movedOn} />}
      <Text as="p">{preview.kind === 'whole' ? historyWords.whole : historyWords.rest}</Text>
      {courses.length + hidden > 0 && (
        <Text as="p">
          {historyWords.reach} <CourseNames courses={courses} hidden={hidden} />.
        </Text>
      )}
    </>
  )
}

const MOST = 20

function MovedOnList({ movedOn }: { readonly movedOn: readonly MovedOn[] }) {
  if (movedOn.length === 0) return null
  return (
    <div>
      <Text as="p" weight="bold">
        {historyWords.movedOn}
      </Text>
      <List>
        {movedOn.slice(0, MOST).map(({ table, rowId, name }) => (
          <List.Item key={`${table} ${rowId}`}>
            <span className="name">
              {historyWords.row[table] ?? table} {name !== null && <i>{name}</i>}
            </span>
          </List.Item>
        ))}
        {movedOn.length > MOST && <List.Item>{historyWords.more(movedOn.length - MOST)}</List.Item>}
      </List>
    </div>
  )
}
