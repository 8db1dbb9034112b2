import { TextInput } from '@instructure/ui-text-input'
import { courseWords, longestTitle } from '../words/course-words.ts'

interface TitleFieldProps {
  readonly title: string
  readonly onChange: (title: string) => void
  /** The form was submitted once: what is wrong is said. */
  readonly isTried: boolean
}

export function isTitle(title: string): boolean {
  const { length } = title.trim()
  return length > 0 && length <= longestTitle
}

/** The title of a course, wherever one is given. */
export function TitleField({ title, onChange, isTried }: TitleFieldProps) {
  const isLong = title.trim().length > longestTitle
  const isMissing = isTried && title.trim() === ''
  const text = isLong ? courseWords.titleLong : courseWords.titleMissing
  return (
    <TextInput
      renderLabel={courseWords.courseTitle}
      value={title}
      onChange={(_, value) => onChange(value)}
      isRequired
      messages={isLong || isMissing ? [{ type: 'newError', text }] : []}
    />
  )
}
