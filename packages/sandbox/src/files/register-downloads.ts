import { toRowId } from '../find-course.ts'
import { type Call, forbidden, route, type SandboxApp } from '../http/call.ts'
import { notFound } from '../http/errors.ts'
import { presentText } from '../http/reading.ts'
import type { StoredFile } from '../model.ts'
import { can } from '../rights.ts'
import type { World } from '../world.ts'
import { isLockedForStudents, seesAllFiles } from './file-json.ts'
import { findFile, toFilename } from './store.ts'

const SHOWN = ['', '/download', '/preview', '/file_preview', '/inline_preview'] as const

/** The bytes: for pages (`/courses/C/files/N/preview`), for API callers (`/files/N/download?verifier=…`), thumbnails. */
export function registerDownloads(app: SandboxApp, world: World): void {
  for (const end of SHOWN) {
    app.get(`/courses/:course_id/files/:file_id${end}`, route(world, download))
    app.get(`/files/:file_id${end}`, route(world, download))
  }
  app.get('/images/thumbnails/:file_id/:verifier', route(world, showThumbnail))
}

function download(call: Call): Response {
  const file = getFile(call)
  if (presentText(call.params, 'verifier') !== verifierOf(call, file)) checkMayOpen(call, file)
  return send(file, { isAttachment: call.params.download_frd !== undefined })
}

/** The verifier opens a file to whoever has it; an old id is asked for with the verifier it had. */
function verifierOf(call: Call, file: StoredFile): string | undefined {
  const given = presentText(call.params, 'verifier')
  const asked = call.world.rows.files.get(toRowId(call.path('file_id')) ?? -1)
  return given !== undefined && asked?.uuid === given ? given : file.uuid
}

function getFile(call: Call): StoredFile {
  const file = findFile(call.world, toRowId(call.path('file_id')) ?? -1)
  const courseId = call.path('course_id')
  if (!file || (courseId !== '' && toRowId(courseId) !== file.courseId)) throw notFound()
  return file
}

function checkMayOpen(call: Call, file: StoredFile): void {
  const course = call.world.rows.courses.get(file.courseId)
  if (!course || !can(call, course, 'read')) throw forbidden(call)
  if (!seesAllFiles(call, course) && isLockedForStudents(call, file)) throw forbidden(call)
}

function showThumbnail(call: Call): Response {
  const file = findFile(call.world, toRowId(call.path('file_id')) ?? -1)
  if (!file || file.uuid !== call.path('verifier')) throw notFound()
  return send(file, { isAttachment: false })
}

function send(file: StoredFile, how: { isAttachment: boolean }): Response {
  const kind = how.isAttachment ? 'attachment' : 'inline'
  return new Response(new Uint8Array(file.bytes), {
    headers: {
      'Content-Type': file.contentType,
      'Content-Length': String(file.bytes.length),
      'Content-Disposition': `${kind}; ${nameTwice(file.displayName)}`,
    },
  })
}

/** For readers of RFC 6266, and in plain letters for those before it. */
function nameTwice(name: string): string {
  const plain = name.replace(/[^ !#-[\]-~]/g, '_')
  return `filename="${plain}"; filename*=UTF-8''${toFilename(name).replaceAll('+', '%20')}`
}
