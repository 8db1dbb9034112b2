import { getCourse } from '../find-course.ts'
import { type Call, json, route, type SandboxApp } from '../http/call.ts'
import { refused } from '../http/errors.ts'
import { list } from '../http/reading.ts'
import type { ContentMigration } from '../model.ts'
import { need } from '../rights.ts'
import { createCopy, type MigrationDesk } from './desk.ts'
import { getMigration } from './register-migrations.ts'
import { type Collection, EVERYTHING, type Selection } from './selection.ts'

/** `POST /courses/:id/course_copy`, the deprecated door to the same copies (canvas-api §2.8). */
export function registerLegacyCopy(app: SandboxApp, desk: MigrationDesk): void {
  const { world } = desk
  app.post(
    '/api/v1/courses/:course_id/course_copy',
    route(world, call => create(call, desk)),
  )
  app.get('/api/v1/courses/:course_id/course_copy/:migration_id', route(world, show))
}

function create(call: Call, desk: MigrationDesk): Response {
  const course = getCourse(call)
  need(call, course, 'manage_course_content_add')
  const choices = { dateShift: null, skipsSettings: false, skipsVisibility: false, insertion: null }
  const wishes = { choices, selection: readSelection(call), isSelective: false }
  return json(call, copyJson(call, createCopy(call, desk, course, wishes)))
}

function show(call: Call): Response {
  const course = getCourse(call)
  need(call, course, 'manage_course_content_add', 'manage_course_content_edit')
  return json(call, copyJson(call, getMigration(call, course)))
}

const PARTS: Readonly<Record<string, readonly Collection[]>> = {
  course_settings: [],
  assignments: ['assignments'],
  external_tools: [],
  files: ['attachments', 'folders'],
  topics: ['discussion_topics', 'announcements'],
  calendar_events: [],
  quizzes: ['quizzes'],
  wiki_pages: ['wiki_pages'],
  modules: ['context_modules'],
  outcomes: [],
}

/** `only[]` or `except[]` of the parts; both at once is refused. */
function readSelection(call: Call): Selection {
  const only = list(call.params, 'only')
  const except = list(call.params, 'except')
  if (only.length > 0 && except.length > 0)
    throw refused('You can not use "only" and "except" options at the same time.')
  if (only.length === 0 && except.length === 0) return EVERYTHING
  const parts = Object.keys(PARTS).filter(part => (only.length > 0 ? only.includes(part) : !except.includes(part)))
  return {
    isEverything: false,
    takesSettings: parts.includes('course_settings'),
    takesSyllabus: parts.includes('course_settings'),
    all: new Set(parts.flatMap(part => PARTS[part] ?? [])),
    keys: new Set(),
  }
}

function copyJson(call: Call, migration: ContentMigration): Record<string, unknown> {
  const progress = call.world.rows.progresses.get(migration.progressId)
  return {
    id: migration.id,
    progress: progress && progress.completion > 0 ? progress.completion : null,
    created_at: migration.createdAt,
    workflow_state: stateOf(migration),
    status_url: `${call.origin}/api/v1/courses/${migration.courseId}/course_copy/${migration.id}`,
  }
}

function stateOf({ state }: ContentMigration): string {
  if (state === 'imported') return 'completed'
  if (state === 'failed') return 'failed'
  return state === 'created' || state === 'queued' ? 'created' : 'started'
}
