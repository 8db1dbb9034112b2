import type { CartridgeCourse } from '@recourse/core/cartridge'
import type { PackagedSettings } from '../migrations/course-package.ts'

const views = ['feed', 'wiki', 'modules', 'syllabus', 'assignments'] as const

// Elements of course_settings.xml that the course API shows, by their name there (canvas-lms course_settings.rb, course_json.rb).
const flags: ReadonlyMap<string, string> = new Map([
  ['is_public_to_auth_users', 'is_public_to_auth_users'],
  ['public_syllabus', 'public_syllabus'],
  ['public_syllabus_to_auth', 'public_syllabus_to_auth'],
  ['allow_student_wiki_edits', 'allow_student_wiki_edits'],
  ['allow_wiki_comments', 'allow_wiki_comments'],
  ['open_enrollment', 'open_enrollment'],
  ['self_enrollment', 'self_enrollment'],
  ['hide_final_grade', 'hide_final_grades'],
])

/** The course settings that an import takes over; `null` where the cartridge has none. */
export function packageSettings({ settings }: CartridgeCourse): PackagedSettings | null {
  if (settings === null) return null
  return {
    defaultView: views.find(view => view === settings.get('default_view')) ?? 'modules',
    isPublic: settings.get('is_public') === 'true',
    license: settings.get('license') ?? 'private',
    restrictEnrollmentsToCourseDates: settings.get('restrict_enrollments_to_course_dates') === 'true',
    timeZone: settings.get('time_zone') ?? 'Etc/UTC',
    settings: Object.fromEntries(apiSettings(settings)),
    imageMigrationId: settings.get('image_identifier_ref') ?? null,
  }
}

function* apiSettings(settings: ReadonlyMap<string, string>): Generator<[string, unknown]> {
  for (const [element, name] of flags) {
    const value = settings.get(element)
    if (value !== undefined) yield [name, value === 'true']
  }
  const image = settings.get('image_url')
  if (image !== undefined) yield ['image_url', image]
}
