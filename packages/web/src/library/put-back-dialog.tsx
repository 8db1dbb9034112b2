import { Button } from '@instructure/ui-buttons'
import { Text } from '@instructure/ui-text'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { courseQuery } from '../courses/use-course.ts'
import { DIALOG_FORM, Dialog } from '../frame/dialog.tsx'
import { Problem } from '../states/problem.tsx'
import { Refused } from '../states/refused.tsx'
import { Skeleton } from '../states/skeleton.tsx'
import { frameWords } from '../words/frame-words.ts'
import { libraryWords } from '../words/library-words.ts'
import { ChoiceList } from './choice-list.tsx'
import { CourseChoice } from './course-choice.tsx'
import type { Unplaced } from './unplaced-screen.tsx'
import { usePutBack } from './use-put-back.ts'

interface PutBackDialogProps {
  readonly object: Unplaced
  readonly onClose: () => void
}

/** Into which module of which course. */
export function PutBackDialog({ object, onClose }: PutBackDialogProps) {
  const [course, setCourse] = useState<{ readonly courseId: string; readonly title: string }>()
  const [moduleId, setModuleId] = useState<string>()
  const [isTried, setTried] = useState(false)
  const putting = usePutBack(object, onClose)
  const submit = () => {
    setTried(true)
    if (course !== undefined && moduleId !== undefined && !putting.isPending) putting.mutate({ course, moduleId })
  }
  const choose = (next: typeof course) => {
    setCourse(next)
    setModuleId(undefined)
  }
  return (
    <Dialog
      title={libraryWords.putBackTitle(object.name)}
      onClose={onClose}
      onSubmit={submit}
      footer={
        <>
          <Button onClick={onClose}>{frameWords.cancel}</Button>
          <Button color="primary" type="submit" form={DIALOG_FORM}>
            {libraryWords.putBackDo}
          </Button>
        </>
      }
    >
      <Refused outcome={putting.data} error={putting.error} />
      <CourseChoice chosen={course?.courseId} onChoose={choose} isTried={isTried} />
      {course && <ModuleChoice courseId={course.courseId} chosen={moduleId} onChoose={setModuleId} />}
    </Dialog>
  )
}

interface ModuleChoiceProps {
  readonly courseId: string
  readonly chosen: string | undefined
  readonly onChoose: (moduleId: string) => void
}

/** The last module is offered: a course grows at its end. */
function ModuleChoice({ courseId, chosen, onChoose }: ModuleChoiceProps) {
  const asked = useQuery(courseQuery(courseId))
  if (asked.isPending) return <Skeleton lines={2} height="1.5rem" />
  if (asked.isError) return <Problem error={asked.error} onRetry={() => void asked.refetch()} />
  const { modules } = asked.data
  if (modules.length === 0) return <Text as="p">{libraryWords.moduleNone}</Text>
  const last = modules.at(-1)?.id
  if (chosen === undefined && last !== undefined) onChoose(last)
  return (
    <ChoiceList label={libraryWords.module} fault={undefined} options={modules} chosen={chosen} onChoose={onChoose} />
  )
}
