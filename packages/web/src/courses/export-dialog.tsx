import { Button } from '@instructure/ui-buttons'
import { Heading } from '@instructure/ui-heading'
import { Text } from '@instructure/ui-text'
import { Dialog } from '../frame/dialog.tsx'
import { courseWords } from '../words/course-words.ts'
import { frameWords } from '../words/frame-words.ts'
import type { ActionCourse } from './course-actions.tsx'
import { ExportContents } from './export-contents.tsx'

const formats = [
  { format: 'imscc', name: courseWords.exportCartridge, text: courseWords.exportCartridgeText },
  { format: 'archive', name: courseWords.exportArchive, text: courseWords.exportArchiveText },
] as const

/** The two files a course can become, each with what it will hold. */
export function ExportDialog({ course, onClose }: { readonly course: ActionCourse; readonly onClose: () => void }) {
  return (
    <Dialog
      title={courseWords.exportTitle(course.title)}
      size="small"
      onClose={onClose}
      footer={<Button onClick={onClose}>{frameWords.close}</Button>}
    >
      {formats.map(({ format, name, text }) => (
        <section key={format} className="stack-tight">
          <Heading level="h3" variant="titleCardRegular">
            {name}
          </Heading>
          <Text as="p">{text}</Text>
          <ExportContents courseId={course.courseId} format={format} />
          <div>
            <Button
              href={`/api/courses/${course.courseId}/export?format=${format}`}
              aria-label={`${courseWords.exportGet}: ${name}`}
            >
              {courseWords.exportGet}
            </Button>
          </div>
        </section>
      ))}
    </Dialog>
  )
}
