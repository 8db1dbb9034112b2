import type { CartridgeCourse } from '@recourse/core/cartridge'
import { readTabConfiguration } from '../courses/tab-configuration.ts'
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
  ['restrict_student_past_view', 'restrict_student_past_view'],
  ['restrict_student_future_view', 'restrict_student_future_view'],
  ['lock_all_announcements', 'lock_all_announcements'],
  ['usage_rights_required', 'usage_rights_required'],
  ['allow_student_discussion_topics', 'allow_student_discussion_topics'],
  ['allow_student_discussion_editing', 'allow_student_discussion_editing'],
  ['allow_student_forum_attachments', 'allow_student_forum_attachments'],
  ['allow_student_organized_groups', 'allow_student_organized_groups'],
  ['show_announcements_on_home_page', 'show_announcements_on_home_page'],
])

/**
 * The course settings that an import takes over; `null` where the cartridge has none. What it does not name stays as it is in the
 * course (canvas-lms course_content_importer.rb, `import_settings_from_migration`).
 */
export function packageSettings({ settings }: Pick<CartridgeCourse, 'settings'>): PackagedSettings | null {
  if (settings === null) return null
  const [view, isPublic, license, restricts, timeZone] = [
    views.find(name => name === settings.get('default_view')),
    settings.get('is_public'),
    settings.get('license'),
    settings.get('restrict_enrollments_to_course_dates'),
    settings.get('time_zone'),
  ]
  return {
    ...(view === undefined ? {} : { defaultView: view }),
    ...(isPublic === undefined ? {} : { isPublic: isPublic === 'true' }),
    ...(license === undefined ? {} : { license }),
    ...(restricts === undefined ? {} : { restrictEnrollmentsToCourseDates: restricts === 'true' }),
    ...(timeZone === undefined ? {} : { timeZone }),
    settings: Object.fromEntries(apiSettings(settings)),
    imageMigrationId: settings.get('image_identifier_ref') ?? null,
  }
}

function* apiSettings(settings: ReadonlyMap<string, string>): Generator<[string, unknown]> {
  for (const [element, name] of flags) {
    const value = settings.get(element)
    if (value !== undefined) yield [name, value === 'true']
  }
  const navigation = readTabConfiguration(settings.get('tab_configuration') ?? '')
  if (navigation !== undefined) yield* Object.entries(navigation)
  const image = settings.get('image_url')
  if (image !== undefined) yield ['image_url', image]
}
