import { Button } from '@instructure/ui-buttons'
import { IconPlusLine, IconUploadLine } from '@instructure/ui-icons'
import { useMe } from '../sign-in/use-me.ts'
import { courseWords } from '../words/course-words.ts'

export type Beginning = 'new' | 'import'

/** The two ways to a course of one's own. Reviewers make none. */
export function BeginningButtons({ onBegin }: { readonly onBegin: (beginning: Beginning) => void }) {
  const me = useMe()
  if (me.role === 'reviewer') return null
  return (
    <>
      <Button renderIcon={<IconUploadLine />} onClick={() => onBegin('import')}>
        {courseWords.importCourse}
      </Button>
      <Button color="primary" renderIcon={<IconPlusLine />} onClick={() => onBegin('new')}>
        {courseWords.newCourse}
      </Button>
    </>
  )
}
