import { waitForCopy } from '@recourse/canvas'
import type { CopyingNow } from '@recourse/core'
import type { CommandContext } from '../command-context.ts'
import type { WaitOptions } from './course-options.ts'
import type { OpenCourse } from './open-course.ts'

/** With `--wait`: until Canvas has finished, or the time is over, which the plan then says. */
export async function waitIfAsked(
  { canvas, address }: OpenCourse,
  { wait }: WaitOptions,
  { terminal, signal }: CommandContext,
): Promise<void> {
  if (wait === undefined) return
  const onProgress = (copying: CopyingNow): void => terminal.progress(copyingWords(copying))
  await waitForCopy(canvas, address.courseId, { maxWaitMs: wait * 60_000, onProgress, signal })
}

function copyingWords({ from, percent, state }: CopyingNow): string {
  const what = from.name ?? (from.courseId === null ? 'a package' : `course ${from.courseId}`)
  return `Waiting: Canvas is copying ${what} into this course (${percent === null ? state : `${percent} %`}) …`
}
