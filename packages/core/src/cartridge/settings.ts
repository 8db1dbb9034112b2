import type { Archive } from './archive.ts'
import type { CartridgeSource } from './cartridge-course.ts'
import { childElements, childNamed, localName, textAt, textOf } from './xml.ts'

/** The elements of `course_settings.xml` by name; structured ones as the text they hold. */
export function readSettings(archive: Archive): ReadonlyMap<string, string> | null {
  const root = archive.readXml('course_settings/course_settings.xml')
  const course = root && childNamed(root, 'course')
  if (course === undefined) return null
  const set = childElements(course).map(element => [localName(element), textOf(element).trim()] as const)
  return new Map(set.filter(([, text]) => text !== ''))
}

/** `context.xml`, which newer exports have. */
export function readSource(archive: Archive): CartridgeSource | null {
  const root = archive.readXml('course_settings/context.xml')
  const context = root && childElements(root)[0]
  if (context === undefined) return null
  return {
    courseId: textAt(context, 'course_id'),
    courseName: textAt(context, 'course_name'),
    canvasDomain: textAt(context, 'canvas_domain'),
    rootAccountUuid: textAt(context, 'root_account_uuid'),
  }
}

export function readSyllabus(archive: Archive): string | null {
  return archive.readHtml('course_settings/syllabus.html')?.body ?? null
}
