import { fileJson } from '../files/file-json.ts'
import { createFile, NO_COURSE } from '../files/store.ts'
import { getCourse, toRowId } from '../find-course.ts'
import { exportPackageLinks } from '../html/package-links.ts'
import { type Call, json, needCaller, route, type SandboxApp } from '../http/call.ts'
import { notFound, refused } from '../http/errors.ts'
import { paginate } from '../http/paginate.ts'
import { nested, presentText } from '../http/reading.ts'
import type { Course, StoredFile } from '../model.ts'
import { need } from '../rights.ts'
import type { World } from '../world.ts'
import type { MigrationDesk } from './desk.ts'
import { exportCourse } from './export-course.ts'
import { packageSource } from './link-source.ts'
import { migrationIdOf } from './migration-id.ts'
import { createProgress, failProgress, moveProgress, progressUrl } from './progress.ts'
import { EVERYTHING, readSelect, type Selection } from './selection.ts'
import { writeCartridge } from './write-cartridge.ts'

/** A course on its way into a file (`content_exports`). */
interface ContentExport {
  readonly id: number
  readonly courseId: number
  readonly userId: number
  readonly type: string
  readonly createdAt: string
  readonly progressId: number
  state: 'created' | 'exporting' | 'exported' | 'failed'
  fileId: number | null
}

type Exports = Map<number, ContentExport>

/** Course exports: `POST …/content_exports`, then poll until `exported` and fetch `attachment.url`. */
export function registerExports(app: SandboxApp, desk: MigrationDesk): void {
  const { world } = desk
  const exports: Exports = new Map()
  const base = '/api/v1/courses/:course_id/content_exports'
  app.get(
    base,
    route(world, call => list(call, exports)),
  )
  app.post(
    base,
    route(world, call => create(call, desk, exports)),
  )
  app.get(
    `${base}/:export_id`,
    route(world, call => show(call, exports)),
  )
}

function getExportable(call: Call): Course {
  const course = getCourse(call)
  need(call, course, 'read_as_admin')
  return course
}

function list(call: Call, exports: Exports): Response {
  const course = getExportable(call)
  const rows = [...exports.values()].filter(row => row.courseId === course.id).toSorted((a, b) => b.id - a.id)
  return paginate(call, rows, row => exportJson(call, row))
}

function show(call: Call, exports: Exports): Response {
  const course = getExportable(call)
  const row = exports.get(toRowId(call.path('export_id')) ?? -1)
  if (!row || row.courseId !== course.id) throw notFound()
  return json(call, exportJson(call, row))
}

function create(call: Call, desk: MigrationDesk, exports: Exports): Response {
  const course = getExportable(call)
  const type = presentText(call.params, 'export_type')
  if (type !== 'common_cartridge') throw refused('invalid export_type')
  const userId = needCaller(call).id
  const id = exports.size + 1
  const context = { contextId: id, contextType: 'ContentExport', tag: 'content_export' }
  const progress = createProgress(desk.world, { ...context, userId })
  const createdAt = desk.world.nowIso()
  const fields = { id, courseId: course.id, userId, type, createdAt, progressId: progress.id }
  const row: ContentExport = { ...fields, state: 'created', fileId: null }
  exports.set(id, row)
  const select = nested(call.params, 'select')
  startExport(desk, row, course, select ? readSelect(select) : EVERYTHING)
  return json(call, exportJson(call, row))
}

function startExport(desk: MigrationDesk, row: ContentExport, course: Course, selection: Selection): void {
  const { world, copies } = desk
  copies.start({
    name: `export ${row.id}`,
    queue: `export ${row.id}`,
    steps: steps(desk, row, course, selection),
    onStart: () => {
      row.state = 'exporting'
      moveProgress(world, row.progressId, 1)
    },
    onError: () => {
      row.state = 'failed'
      failProgress(world, row.progressId, null)
    },
  })
}

async function* steps(
  { world, exportFiles }: MigrationDesk,
  row: ContentExport,
  course: Course,
  selection: Selection,
): AsyncGenerator<string, string> {
  yield 'export started'
  const file = await packFile(world, course, selection)
  row.fileId = file.id
  exportFiles.set(row.id, file.id)
  row.state = 'exported'
  moveProgress(world, row.progressId, 100)
  return 'exported'
}

async function packFile(world: World, course: Course, selection: Selection): Promise<StoredFile> {
  const source = packageSource(world, course, migrationIdOf)
  const mode = world.flags.preciseLinks ? 'precise' : 'string'
  const toTokens = (html: string) => exportPackageLinks(html, source, mode)
  const content = exportCourse({ world, source: course, toKey: migrationIdOf, toTokens }, selection)
  const { name: title, courseCode, startAt, endAt, accountId, id: courseId } = course
  const head = { title, courseCode, startAt, endAt, accountId, courseId, origin: world.origin }
  const bytes = await writeCartridge({ ...head, identifier: migrationIdOf('course', courseId) }, content)
  return createFile(world, { ...NO_COURSE, displayName: fileName(title), contentType: 'application/zip', bytes })
}

/** `biology-101-export.imscc`. */
function fileName(title: string): string {
  const words = title.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? ['course']
  return `${words.join('-').slice(0, 200)}-export.imscc`
}

function exportJson(call: Call, row: ContentExport): Record<string, unknown> {
  const file = row.fileId === null ? undefined : call.world.rows.files.get(row.fileId)
  return {
    id: row.id,
    course_id: row.courseId,
    user_id: row.userId,
    export_type: row.type,
    created_at: row.createdAt,
    workflow_state: row.state,
    progress_url: progressUrl(call.origin, row.progressId),
    ...(file ? { attachment: fileJson(call, file) } : {}),
  }
}
