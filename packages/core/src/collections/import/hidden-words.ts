import type { Visibility } from '../configuration/configuration.ts'
import type { HiddenFromStudents } from './plan-rows.ts'

/** What students do not see, in a sentence; `name` is that of a module. */
export function hiddenWords(what: HiddenFromStudents['what'], name: string, visibility: Visibility): string {
  switch (what) {
    case 'visibility':
      return `Collections are set to be shown to ${visibility === 'teachers' ? 'teachers only' : 'no one'}.`
    case 'page-unpublished':
      return 'The configuration page is not published, so students see Canvas without Collections.'
    case 'course-unpublished':
      return 'The course is not published yet.'
    case 'no-collection':
      return `“${name}” is in no collection: students do not find it.`
    default:
      return what satisfies never
  }
}
